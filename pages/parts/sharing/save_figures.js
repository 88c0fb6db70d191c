// Saves the figures that the page shows, on its ground: as SVG or, as wide as a slide, as PNG.
import { ground, movingPictures, plots } from "../internals/drawn_pictures.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const SLIDE = 1920;
// What a style sheet says of a moving picture goes along with its copy.
const STYLES = [
  "clip-path", "display", "dominant-baseline", "fill", "fill-opacity", "font-family", "font-size",
  "font-weight", "mask", "opacity", "paint-order", "stroke", "stroke-dasharray", "stroke-linecap",
  "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "visibility",
];

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
  for (const [position, svg] of [...moving(), ...still()].entries()) {
    const text = new XMLSerializer().serializeToString(svg);
    const vector = new Blob([text], { type: "image/svg+xml" });
    download(kind === "svg" ? vector : await raster(svg, vector), `${name}-${position + 1}.${kind}`);
  }
}

function still() {
  return plots().map((layers) => onGround(layers[0], layers.map((layer) => layer.cloneNode(true))));
}

function moving() {
  return movingPictures().map((svg) => onGround(svg, [styledCopy(svg)]));
}

function styledCopy(svg) {
  const copy = svg.cloneNode(true);
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [i, element] of [svg, ...svg.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(element);
    for (const name of STYLES) copies[i].setAttribute(name, style.getPropertyValue(name));
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  return copy;
}

// Puts copies of a figure on the page's ground.
function onGround(figure, copies) {
  const { width, height } = figure.getBoundingClientRect();
  const svg = document.createElementNS(NAMESPACE, "svg");
  // An image cannot use the page's font: leave room for a wider one.
  const room = 24;
  const [wide, high] = [width + 2 * room, height + 2 * room];
  const size = { width: wide, height: high, viewBox: `${-room} ${-room} ${wide} ${high}` };
  for (const [key, value] of Object.entries(size)) svg.setAttribute(key, value);
  const rect = document.createElementNS(NAMESPACE, "rect");
  const place = { x: -room, y: -room, width: wide, height: high, fill: ground() };
  for (const [key, value] of Object.entries(place)) rect.setAttribute(key, value);
  for (const copy of copies) copy.setAttribute("overflow", "visible");
  svg.append(rect, ...copies);
  return svg;
}

async function raster(svg, vector) {
  const url = URL.createObjectURL(vector);
  const image = new Image();
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  const canvas = document.createElement("canvas");
  canvas.width = SLIDE;
  canvas.height = Math.round((SLIDE * svg.getAttribute("height")) / svg.getAttribute("width"));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
