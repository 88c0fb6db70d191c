import { quicker } from "../internals/array_attributes.js";
import { arrivals, putInPlaceOf, watch } from "../internals/figure_places.js";

// Draws with Plotly each figure that comes into the page, in the very moment in which it comes;
// where one of its name stands already, it changes that one and puts it in the other's place.
export default function paint(plotly) {
  const standing = new Map(); // the places, by the figures' names
  const sizes = new ResizeObserver((changes) => changes.forEach(({ target }) => fit(target)));
  const sights = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) target.own.inSight = isIntersecting;
  });
  let Plotly, inWords;

  function look() {
    const changed = arrivals().map(take);
    for (const [name, place] of standing) if (!place.isConnected) forget(name, place);
    if (changed.length) document.dispatchEvent(new Event("figures")); // before they take their time
    const first = changed.find(({ own }) => own.inSight);
    for (const place of changed) {
      if (place === first) draw(place);
      else afterPaint(() => draw(place), place.own);
    }
  }

  function take({ place: fresh, name, figure, alt }) {
    let place = standing.get(name);
    // What still stands has another host, which would be left empty.
    if (place?.isConnected) forget(name, place);
    if (standing.has(name)) {
      putInPlaceOf(fresh, place);
    } else {
      place = fresh;
      place.own = { inSight: true };
      standing.set(name, place);
      sizes.observe(place);
      sights.observe(place);
    }
    place.setAttribute("aria-label", alt);
    place.own.figure = figure;
    place.own.drawn = false;
    return place;
  }

  function fit(place) {
    const { own, clientWidth } = place;
    if (own.width === clientWidth) return;
    own.width = clientWidth;
    own.drawn = false;
    draw(place);
  }

  function draw(place) {
    const { own } = place;
    if (inWords) place.textContent = place.getAttribute("aria-label");
    own.width ||= place.clientWidth;
    if (!Plotly || own.drawn || !own.width || !place.isConnected) return;
    own.drawn = true;
    const { data, layout } = own.figure;
    try {
      Plotly.react(place, data, { ...layout, width: own.width }, { displayModeBar: false });
    } catch (error) {
      console.error(error); // the other figures are drawn all the same
    }
  }

  function forget(name, place) {
    standing.delete(name);
    sizes.unobserve(place);
    sights.unobserve(place);
    Plotly?.purge(place);
  }

  load(plotly)
    .then(() => (Plotly = quicker(globalThis.Plotly)))
    .catch(() => (inWords = true))
    .then(() => standing.forEach(draw));
  watch(look);
  look();
  return standing;
}

// What the reader sees first is painted before the others are drawn, and what is out of sight comes
// last. A page that nobody sees is never painted.
function afterPaint(then, { inSight }) {
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  if (document.hidden) then();
  else requestAnimationFrame(() => (inSight ? setTimeout(then) : whenIdle(then, { timeout: 500 })));
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
