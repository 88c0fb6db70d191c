// What pictures that move share.

const NAMESPACE = "http://www.w3.org/2000/svg";

export function draw(parent, name, attributes = {}, text) {
  const element = document.createElementNS(NAMESPACE, name);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  return parent.appendChild(element);
}

export function set(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
}

export function add(parent, name, className = "", text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return parent.appendChild(element);
}

// Puts values into words as Python's str.format does.
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const fixed = (value, digits) => value.toFixed(digits).replace("-", "−");
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
export const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");
