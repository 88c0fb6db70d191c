// What pictures that move share; it stands before a component's own script.

const NAMESPACE = "http://www.w3.org/2000/svg";

function draw(parent, name, attributes = {}, text) {
  const element = document.createElementNS(NAMESPACE, name);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  return parent.appendChild(element);
}

function set(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
}

function add(parent, name, className = "", text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return parent.appendChild(element);
}

// Puts values into words as Python's str.format does.
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const fixed = (value, digits) => value.toFixed(digits).replace("-", "−");
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");

