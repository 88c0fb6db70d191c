// What is drawn in the page, as SVG.
//
// Needs: Plotly calls a figure `.js-plotly-plot` and each of its layers `svg.main-svg`; a component
//   of ours draws below a shadow root; the page's ground is the background of `stApp`.
// Why: what the reader sees is saved as it stands, moving pictures and all, without a server that
//   draws; Plotly's own `toImage` knows neither those nor the page's ground.
// Upstream: nothing to ask for.
// Without it: fewer pictures are saved, or none, on white.

// Plotly draws in layers, each an <svg> of its own.
export function plots() {
  return [...document.querySelectorAll(".js-plotly-plot")]
    .map((plot) => [...plot.querySelectorAll("svg.main-svg")])
    .filter((layers) => layers.length);
}

export function movingPictures() {
  const roots = [...document.querySelectorAll("*")].flatMap((host) => host.shadowRoot ?? []);
  return roots
    .flatMap((root) => [...root.querySelectorAll("svg[viewBox][role]")])
    .filter((svg) => svg.getBoundingClientRect().width > 0);
}

export function ground() {
  const app = document.querySelector("[data-testid=stApp]");
  return app ? getComputedStyle(app).backgroundColor : "white";
}
