// Saves the figures that the page shows, as SVG or, on the page's ground and at twice the size, PNG.
const NAMESPACE = "http://www.w3.org/2000/svg";

export default function ({ parentElement, data }) {
  const row = parentElement.querySelector(".row");
  row.replaceChildren(
    ...Object.entries(data.labels).map(([kind, label]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = () => saveAll(kind, data.name);
      return button;
    }),
  );
}

async function saveAll(kind, name) {
  const plots = [...document.querySelectorAll(".js-plotly-plot")];
  for (const [position, plot] of plots.entries()) {
    const svg = drawing(plot);
    const text = new XMLSerializer().serializeToString(svg);
    const vector = new Blob([text], { type: "image/svg+xml" });
    download(kind === "svg" ? vector : await raster(svg, vector), `${name}-${position + 1}.${kind}`);
  }
}

// Plotly draws in layers, each an <svg> of its own: put them into one, on the page's ground.
function drawing(plot) {
  const layers = [...plot.querySelectorAll("svg.main-svg")];
  const { width, height } = layers[0].getBoundingClientRect();
  const svg = document.createElementNS(NAMESPACE, "svg");
  // An image cannot use the page's font: leave room for a wider one.
  const room = 24;
  const [wide, high] = [width + 2 * room, height + 2 * room];
  const size = { width: wide, height: high, viewBox: `${-room} ${-room} ${wide} ${high}` };
  for (const [key, value] of Object.entries(size)) svg.setAttribute(key, value);
  const ground = document.createElementNS(NAMESPACE, "rect");
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]"));
  const place = { x: -room, y: -room, width: wide, height: high, fill: page.backgroundColor };
  for (const [key, value] of Object.entries(place)) ground.setAttribute(key, value);
  const copies = layers.map((layer) => layer.cloneNode(true));
  for (const copy of copies) copy.setAttribute("overflow", "visible");
  svg.append(ground, ...copies);
  return svg;
}

async function raster(svg, vector) {
  const url = URL.createObjectURL(vector);
  const image = new Image();
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  const canvas = document.createElement("canvas");
  canvas.width = 2 * svg.getAttribute("width");
  canvas.height = 2 * svg.getAttribute("height");
  const pen = canvas.getContext("2d");
  pen.scale(2, 2);
  pen.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
