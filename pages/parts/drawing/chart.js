// Draws a figure with Plotly, and draws into the same place when another one comes.
// Streamlit calls this at every run that changes `data`.
export default function ({ parentElement, data }) {
  const place = parentElement.querySelector("[role=figure]");
  const own = (place.own ??= { inSight: true });
  const { figure, alt, script } = JSON.parse(new TextDecoder().decode(data));
  place.setAttribute("aria-label", alt);
  place.style.height = `${figure.layout.height}px`;
  own.figure = figure;
  own.drawn = false;
  if (own.inWords) place.textContent = alt;
  if (own.Plotly) {
    // What the reader sees comes first.
    if (own.inSight) draw(place);
    else (globalThis.requestIdleCallback ?? setTimeout)(() => draw(place));
  }
  own.coming ??= plotly(script).then((Plotly) => {
    own.Plotly = Plotly;
    new ResizeObserver(() => draw(place)).observe(place);
    new IntersectionObserver(([now]) => (own.inSight = now.isIntersecting)).observe(place);
  }, () => {
    own.inWords = true;
    place.textContent = place.getAttribute("aria-label");
  });
}

function draw(place) {
  const { own, clientWidth: width } = place;
  if (width === 0 || (own.drawn && own.width === width)) return;
  own.drawn = true;
  own.width = width;
  const { data, layout } = own.figure;
  own.Plotly.react(place, data, { ...layout, width }, { displayModeBar: false });
}

// Plotly comes from this server, once a page; Streamlit's own script tells where that is.
function plotly(name) {
  return (globalThis.plotlyComing ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`../../${name}`, document.querySelector('script[src*="static/js/"]').src);
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = reject;
    document.head.append(script);
  }));
}
