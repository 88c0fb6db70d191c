import { STILL, add, clamp, draw, fill, fixed, set } from "../parts/drawing/moving.js";

// Streamlit calls the default export again after every rerun that changes `data`.
export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".hike");
  const hike = (root.hike ??= new Hike(root));
  hike.update(data, (move) => setStateValue("move", move));
  return () => hike.stop();
}

const MAP = { x: 36, y: 6, width: 396, height: 390 };
const PROFILE = { x: 40, y: 14, width: 472, height: 116 };
const HEIGHTS = { x: 40, y: 8, width: 472, height: 100 };
const RAYS = 24;

const line = (points) => (points.length ? "M" + points.map((p) => p.map((n) => n.toFixed(1)).join(" ")).join("L") : "");

class Hike {
  constructor(root) {
    this.root = root;
    this.map = root.querySelector(".map");
    this.profile = root.querySelector(".profile");
    this.heights = root.querySelector(".heights");
    this.turn = Date.now(); // no turn of an earlier start of this component comes again
    this.at = 0; // which step, with the part of the way to the next one
    this.looking = true;
    this.foggy = true;
  }

  stop() {
    cancelAnimationFrame(this.film);
  }

  update(data, report) {
    this.report = report;
    this.data = data;
    this.last = data.heights.length - 1;
    const words = JSON.stringify(data.words);
    if (this.words !== words) {
      this.words = words;
      this.build();
    }
    this.map.querySelector("image").setAttribute("href", data.map);
    if (this.rev !== data.rev) {
      this.rev = data.rev;
      cancelAnimationFrame(this.film);
      this.film = 0;
      this.at = 0;
      this.buildWay();
    }
    this.draw();
  }

  // Where the browser is, and where a click has just put the start: that counts whatever way
  // Python has by now.
  tell(start) {
    this.turn += 1;
    const move = { step: Math.floor(this.at), turn: this.turn, rev: this.rev };
    if (start) move.regardless = { start };
    this.report(move);
  }

  // Walk on until `end`; a step takes as long as it is far, within bounds.
  walk(end) {
    cancelAnimationFrame(this.film);
    if (STILL.matches) {
      this.film = 0;
      this.at = end;
      this.draw();
      this.tell();
      return;
    }
    let before = performance.now();
    const tick = (now) => {
      let time = Math.max(0, now - before);
      before = now;
      while (time > 0 && this.at < end) {
        const step = Math.floor(this.at);
        const [from, to] = [this.data.places[step], this.data.places[step + 1]];
        const needed = clamp(550 * Math.hypot(to[0] - from[0], to[1] - from[1]), 60, 300);
        const left = (step + 1 - this.at) * needed;
        this.at = time >= left ? step + 1 : this.at + time / needed;
        time -= left;
      }
      this.film = this.at < end ? requestAnimationFrame(tick) : 0;
      this.draw();
      if (!this.film) this.tell();
    };
    this.film = requestAnimationFrame(tick);
    this.draw();
  }

  step() {
    const end = Math.min(Math.floor(this.at) + 1, this.last);
    if (end > this.at) this.walk(end);
    else this.say(this.last === 0 ? "stuck" : "end");
  }

  play() {
    if (this.film) {
      cancelAnimationFrame(this.film);
      this.film = 0;
      this.at = Math.ceil(this.at);
      this.draw();
      this.tell();
    } else if (this.last === 0) {
      this.say("stuck");
    } else {
      if (this.at >= this.last) this.at = 0;
      this.walk(this.last);
    }
  }

  reset() {
    cancelAnimationFrame(this.film);
    this.film = 0;
    this.at = 0;
    this.draw();
    this.tell();
  }

  say(key) {
    this.note.textContent = this.data.words[key];
  }

  build() {
    const { words, size } = this.data;
    this.map.setAttribute("aria-label", words.map);
    const frame = { x: MAP.x, y: MAP.y, width: MAP.width, height: MAP.height };
    for (const box of this.map.querySelectorAll("image, .fog, #edge rect, #veil rect")) set(box, frame);
    this.map.querySelector("#veil circle").setAttribute("r", 78);
    const axes = this.map.querySelector(".axes");
    axes.replaceChildren();
    draw(axes, "path", { d: `M${MAP.x} ${MAP.y}h${MAP.width}v${MAP.height}h${-MAP.width}z` });
    for (let km = 0; km <= size; km += 2) {
      const [x, y] = this.place([km, km]);
      draw(axes, "text", { x, y: MAP.y + MAP.height + 17, "text-anchor": "middle" }, km);
      draw(axes, "text", { x: MAP.x - 7, y: y + 5, "text-anchor": "end" }, km);
    }
    draw(axes, "text", { x: MAP.x + MAP.width / 2, y: MAP.y + MAP.height + 34, "text-anchor": "middle" }, words.east);
    draw(axes, "text", { transform: `translate(14 ${MAP.y + MAP.height / 2}) rotate(-90)`, "text-anchor": "middle" }, words.north);
    this.makeClickable();
    this.buildButtons(words);

    const numbers = this.root.querySelector(".numbers");
    numbers.replaceChildren();
    this.outputs = ["height", "slope", "step"].map((name) => {
      const entry = add(numbers, "div");
      add(entry, "dt", "", words[name]);
      return add(entry, "dd");
    });
    const labels = this.root.querySelectorAll(".views .label");
    labels[0].textContent = words.profile;
    labels[1].textContent = words.heights;
    this.buildProfile(words);
    this.buildHeights(words);
  }

  buildButtons(words) {
    const row = this.root.querySelector(".buttons");
    row.replaceChildren();
    const button = (label, act, className) => {
      const element = add(row, "button", className, label);
      element.type = "button";
      element.onclick = act;
      return element;
    };
    this.playButton = button(words.play, () => this.play(), "main");
    button(words.one_step, () => this.step());
    button(words.reset, () => this.reset());
    const toggle = (label, name) => {
      const element = button(label, () => {
        this[name] = !this[name];
        element.setAttribute("aria-pressed", this[name]);
        this.draw();
      });
      element.setAttribute("aria-pressed", this[name]);
    };
    toggle(words.look, "looking");
    toggle(words.fog, "foggy");
    this.note = this.root.querySelector(".note");
  }

  makeClickable() {
    this.map.onclick = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.map.getScreenCTM().inverse());
      const east = (point.x - MAP.x) / MAP.width;
      const north = 1 - (point.y - MAP.y) / MAP.height;
      if (east < 0 || east > 1 || north < 0 || north > 1) return;
      this.tell([east * this.data.size, north * this.data.size]);
    };
  }

  scale(box, [x0, x1], [y0, y1]) {
    return (x, y) => [
      box.x + ((x - x0) / (x1 - x0)) * box.width,
      box.y + (1 - (y - y0) / (y1 - y0)) * box.height,
    ];
  }

  buildProfile(words) {
    const svg = this.profile;
    svg.replaceChildren();
    svg.setAttribute("aria-label", words.profile);
    const { ahead, top } = this.data;
    this.inProfile = this.scale(PROFILE, ahead, [0, top]);
    const bottom = PROFILE.y + PROFILE.height;
    const clip = draw(draw(svg, "defs"), "clipPath", { id: "box" });
    draw(clip, "rect", { ...PROFILE, y: 0, height: PROFILE.y + PROFILE.height });
    const inside = draw(svg, "g", { "clip-path": "url(#box)" });
    this.earth = draw(inside, "path", { class: "earth" });
    this.tangent = draw(inside, "line", { class: "slope" });
    this.landing = draw(inside, "circle", { class: "landing", r: 6 });
    this.figure = draw(inside, "path", { class: "figure" });
    this.frame(svg, PROFILE, bottom, ahead, 1, words.ahead);
  }

  buildHeights(words) {
    const svg = this.heights;
    svg.replaceChildren();
    svg.setAttribute("aria-label", words.heights);
    const { most, top } = this.data;
    this.inHeights = this.scale(HEIGHTS, [0, most], [0, top]);
    this.frame(svg, HEIGHTS, HEIGHTS.y + HEIGHTS.height, [0, most], 10, words.steps);
    this.before = draw(svg, "path", { class: "before" });
    this.trace = draw(svg, "path", { class: "trace" });
    this.now = draw(svg, "circle", { class: "now", r: 6 });
  }

  frame(svg, box, bottom, [first, last], every, title) {
    const { top, words } = this.data;
    draw(svg, "path", { class: "axis", d: `M${box.x} ${box.y}V${bottom}H${box.x + box.width}` });
    for (let value = Math.ceil(first / every) * every; value <= last; value += every) {
      const x = box.x + ((value - first) / (last - first)) * box.width;
      draw(svg, "text", { x, y: bottom + 16, "text-anchor": "middle" }, fixed(value, 0));
    }
    for (let km = 0; km <= top; km += 1) {
      draw(svg, "text", { x: box.x - 7, y: bottom - (km / top) * box.height + 5, "text-anchor": "end" }, km);
    }
    draw(svg, "text", { x: box.x + box.width, y: bottom + 33, "text-anchor": "end" }, title);
    draw(svg, "text", { transform: `translate(14 ${box.y + box.height / 2}) rotate(-90)`, "text-anchor": "middle" }, words.axis_height);
  }

  place([east, north]) {
    const { size } = this.data;
    return [MAP.x + (east / size) * MAP.width, MAP.y + (1 - north / size) * MAP.height];
  }

  // What stays while the hiker walks.
  buildWay() {
    const { places, heights } = this.data;
    this.map.querySelector(".ahead").setAttribute("d", line(places.map((place) => this.place(place))));
    this.before.setAttribute("d", line(heights.map((height, step) => this.inHeights(step, height))));
    const stops = this.map.querySelector(".stops");
    stops.replaceChildren(...places.map((place) => {
      const [cx, cy] = this.place(place);
      return draw(stops, "circle", { cx, cy, r: 3 });
    }));
    this.note.textContent = this.data.words.click;
  }

  draw() {
    const { places, heights, slopes, words, most } = this.data;
    const step = Math.floor(this.at);
    const part = this.at - step;
    const from = places[step];
    const to = places[Math.min(step + 1, this.last)];
    const here = from.map((place, i) => place + part * (to[i] - place));
    const [x, y] = this.place(here);
    set(this.map.querySelector(".here"), { cx: x, cy: y });
    set(this.map.querySelector("#veil circle"), { cx: x, cy: y });
    this.root.classList.toggle("foggy", this.foggy);
    const walked = line([...places.slice(0, step + 1), here].map((place) => this.place(place)));
    this.map.querySelector(".way").setAttribute("d", walked);
    this.map.querySelector(".halo").setAttribute("d", walked);
    this.root.querySelectorAll(".stops circle").forEach((stop, i) => {
      stop.style.display = i <= step ? "" : "none";
    });
    this.drawRose(step, part, [x, y]);

    const height = this.drawProfile(step, part);
    const points = heights.slice(0, step + 1).map((value, i) => this.inHeights(i, value));
    points.push(this.inHeights(this.at, part ? heights[step] + part * (heights[step + 1] - heights[step]) : heights[step]));
    this.trace.setAttribute("d", line(points));
    const [cx, cy] = points.at(-1);
    set(this.now, { cx, cy });

    const slope = Math.hypot(...slopes[step]);
    this.show(0, fixed(part ? height : heights[step], 2), words.km);
    this.show(1, fixed(slope, 2), words.per_km);
    this.show(2, fixed(step, 0), fill(words.of, { all: most }));
    this.playButton.textContent = this.film ? words.pause : words.play;
  }

  show(output, number, remark) {
    if (this.outputs[output].dataset.said === number) return;
    this.outputs[output].dataset.said = number;
    this.outputs[output].textContent = `${number} `;
    add(this.outputs[output], "small", "", remark);
  }

  // The slope in every direction: as long as it is steep, whole where it leads down.
  drawRose(step, part, [x, y]) {
    const rose = this.map.querySelector(".rose");
    rose.replaceChildren();
    if (!this.looking || (part && !this.film)) return;
    const [east, north] = this.data.slopes[step];
    const steepest = Math.hypot(east, north);
    if (steepest < 1e-9) {
      draw(rose, "circle", { cx: x, cy: y, r: 14, class: "under" });
      draw(rose, "circle", { cx: x, cy: y, r: 14 });
      return;
    }
    const down = Math.atan2(-north, -east);
    // The steepest way comes last, above the others.
    for (let ray = 1; ray <= RAYS; ray++) {
      const angle = down + (ray / RAYS) * 2 * Math.PI;
      const slope = east * Math.cos(angle) + north * Math.sin(angle);
      const length = 13 + 60 * Math.min(Math.abs(slope), 1);
      const ends = { x1: x, y1: y, x2: x + length * Math.cos(angle), y2: y - length * Math.sin(angle) };
      const kind = slope >= 0 ? "up" : ray === RAYS ? "down best" : "down";
      draw(rose, "line", { ...ends, class: `${kind} under` });
      draw(rose, "line", { ...ends, class: kind });
    }
  }

  // The ground along the steepest way, and how far the next step leads.
  drawProfile(step, part) {
    const { profiles, ahead, slopes, stepSize } = this.data;
    const ground = profiles[step].map((height) => height / this.data.unit);
    const [first, last] = ahead;
    const spacing = (last - first) / (ground.length - 1);
    const at = (distance) => {
      const place = clamp((distance - first) / spacing, 0, ground.length - 1);
      const i = Math.min(Math.floor(place), ground.length - 2);
      return ground[i] + (place - i) * (ground[i + 1] - ground[i]);
    };
    const outline = ground.map((height, i) => this.inProfile(first + i * spacing, height));
    const [[left], [right]] = [this.inProfile(first, 0), this.inProfile(last, 0)];
    const deep = PROFILE.y + PROFILE.height + 20;
    this.earth.setAttribute("d", `${line(outline)}L${right} ${deep}L${left} ${deep}Z`);

    const slope = Math.hypot(...slopes[step]);
    const stride = stepSize * slope;
    const height = part ? at(part * stride) : this.data.heights[step];
    const [x, y] = this.inProfile(part * stride, height);
    this.figure.setAttribute("d",
      `M${x - 4} ${y}L${x} ${y - 9}L${x + 4} ${y}M${x} ${y - 9}V${y - 17}M${x - 5} ${y - 12}L${x} ${y - 16}L${x + 5} ${y - 12}` +
      `M${x} ${y - 17}a3.5 3.5 0 1 0 -0.1 0`);
    const [x1, y1] = this.inProfile(0, this.data.heights[step]);
    const [x2, y2] = this.inProfile(stride, this.data.heights[step] - stride * slope);
    set(this.tangent, { x1, y1, x2, y2 });
    const [cx, cy] = this.inProfile(stride, at(stride));
    set(this.landing, { cx, cy });
    this.landing.style.display = stride > 0 && stride <= last ? "" : "none";
    return height;
  }
}
