import { STILL, add, clamp, draw, fill, fixed, set } from "../parts/drawing/moving.js";

// Streamlit calls the default export again after every rerun that changes `data`.
export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".board");
  const board = (root.board ??= new Board(root));
  board.update(data, (move) => setStateValue("move", move));
  return () => board.stop();
}

const FRAME = { x: 40, y: 8, width: 388, height: 376 };
const TRAIL = { x: 22, y: 10, width: 228, height: 70, reach: 12 };
const LAND = { x: 22, y: 4, width: 228, height: 182 };
const SEND_EVERY = 120; // milliseconds
const MOST_NAMED = 14; // dots with their names beside them, each reached by Tab

export class Board {
  constructor(root) {
    this.root = root;
    this.plot = root.querySelector(".plot");
    this.turn = Date.now(); // no turn of an earlier start of this component comes again
    this.moved = new Map(); // where a hand has put dots, by name, until Python has them there
    this.trail = [];
    this.travelled = 0;
    this.sentAt = -SEND_EVERY;
  }

  stop() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.film);
  }

  update(data, report) {
    this.report = report;
    this.data = data;
    // The reader owns a dot too, from when it is taken hold of until Python knows where it is.
    if (this.rev !== data.rev && !this.held?.dot) this.moved.clear();
    this.people = data.students.map(({ name, x, y, passed }) => {
      const moved = this.moved.get(name);
      if (moved && this.held?.dot !== name && moved[0] === x && moved[1] === y) this.moved.delete(name);
      const [px, py] = this.moved.get(name) ?? [x, y];
      return { name, x: px, y: py, passed };
    });
    const dots = data.students.map(({ name, passed }) => [name, passed]);
    const drawn = JSON.stringify([dots, data.words, data.colours]);
    if (this.drawn !== drawn) {
      this.drawn = drawn;
      this.build();
    }
    this.nameThePlateaus();
    for (const kind of ["count", "loss"]) {
      this.panels[kind].image.setAttribute("href", data.lands[kind]);
    }
    // What a command answered holds for these students, this sure of the line.
    const about = JSON.stringify([this.people, data.sharpness]);
    if (this.about !== about) {
      this.about = about;
      this.path = this.tried = null;
      this.notes = {};
      if (this.line) this.remember();
    }
    // The reader owns the line: what Python had last may be older than what is shown.
    if (this.rev !== data.rev) this.obey();
    this.draw();
  }

  // Take over the line that Python set, showing the way there if there is one.
  obey() {
    const first = this.rev === undefined;
    this.rev = this.data.rev;
    this.held = null;
    clearTimeout(this.timer);
    this.timer = 0;
    cancelAnimationFrame(this.film);
    const { line, path, notes, tried } = this.data;
    this.path = path ?? null;
    this.tried = tried ?? null;
    this.notes = notes ?? {};
    if (first || !path) {
      this.trail = [];
      this.travelled = 0;
      this.line = [...line];
      this.remember();
    } else {
      this.play(path, path.length > 2 ? 2600 : 350);
    }
  }

  play(path, milliseconds) {
    const begin = performance.now();
    const last = path.length - 1;
    const at = (place) => {
      const i = Math.min(Math.floor(place), last - 1);
      const part = place - i;
      return path[i].map((end, side) =>
        part === 1 ? path[i + 1][side] : end + part * (path[i + 1][side] - end));
    };
    const tick = (now) => {
      const share = STILL.matches ? 1 : clamp((now - begin) / milliseconds, 0, 1);
      this.played = share;
      this.move(share === 1 ? [...path[last]] : at(share * last));
      if (share < 1) this.film = requestAnimationFrame(tick);
    };
    this.played = 0;
    this.film = requestAnimationFrame(tick);
  }

  // One frame draws all moves since the last one.
  move(line) {
    this.line = line;
    this.remember();
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  // A move by hand or key.
  take(left, right) {
    cancelAnimationFrame(this.film);
    this.path = this.tried = null;
    this.notes = {};
    const { low, high } = this.data.reach;
    this.move([clamp(left, low, high), clamp(right, low, high)]);
    this.sendSoon();
  }

  // A dot by hand or key, within the picture.
  takeDot(i, x, y) {
    cancelAnimationFrame(this.film);
    this.path = this.tried = null;
    this.notes = {};
    const [px, py] = [x, y].map((points) => Number(clamp(points, 0, this.data.most).toFixed(2)));
    Object.assign(this.people[i], { x: px, y: py });
    this.moved.set(this.people[i].name, [px, py]);
    this.move(this.line);
    this.sendSoon();
  }

  // A first move at once, more of them no faster than the page can follow.
  sendSoon() {
    const wait = Math.max(0, this.sentAt + SEND_EVERY - performance.now());
    this.timer ||= setTimeout(() => this.send(), wait);
  }

  send(command = null) {
    clearTimeout(this.timer);
    this.timer = 0;
    this.sentAt = performance.now();
    this.turn += 1;
    const [left, right] = this.line;
    const move = { left, right, command, turn: this.turn, rev: this.rev };
    if (this.moved.size) {
      move.dots = Object.fromEntries(this.moved);
      move.held = Boolean(this.held?.dot);
    }
    this.report(move);
  }

  ask(command) {
    cancelAnimationFrame(this.film);
    this.send(command);
  }

  // As ce_core computes them: each student's score is linear in both ends, and its loss is
  // log(1 + exp(-score)) for a pass, log(1 + exp(score)) for a fail, in a form that cannot
  // overflow. Python has the last word; this is for what moves at sixty frames a second.
  judge([left, right]) {
    let count = 0;
    let loss = 0;
    const scores = this.people.map(({ x, y, passed }) => {
      const share = x / this.data.most;
      const score = this.data.sharpness * (y - (left * (1 - share) + right * share));
      if (score >= 0 !== passed) count += 1;
      const against = passed ? -score : score;
      loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
      return score;
    });
    return { count, loss, scores };
  }

  remember() {
    const { count, loss } = this.judge(this.line);
    const last = this.trail.at(-1);
    if (last) {
      const moved = (Math.abs(this.line[0] - last.line[0]) + Math.abs(this.line[1] - last.line[1])) / 2;
      if (moved === 0) {
        Object.assign(last, { count, loss }); // a dot may have moved
        return;
      }
      this.travelled += moved;
    }
    this.trail.push({ at: this.travelled, line: this.line, count, loss });
    while (this.trail.length > 2 && this.trail[1].at < this.travelled - TRAIL.reach) {
      this.trail.shift();
    }
  }

  x(points) {
    return FRAME.x + (points / this.data.most) * FRAME.width;
  }
  y(points) {
    return FRAME.y + FRAME.height - (points / this.data.most) * FRAME.height;
  }
  pointer(event, svg, box) {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [(place.x - box.x) / box.width, 1 - (place.y - box.y) / box.height];
  }

  build() {
    const { words, colours, most } = this.data;
    for (const [name, colour] of Object.entries(colours)) {
      this.root.style.setProperty(`--${name}`, colour);
    }
    this.plot.setAttribute("aria-label", words.plot);
    this.buildLegend(words);
    this.buildAxes(words, most);
    this.buildSureness(colours);

    const gaps = this.plot.querySelector(".gaps");
    const dots = this.plot.querySelector(".dots");
    gaps.replaceChildren();
    dots.replaceChildren();
    const few = this.people.length <= MOST_NAMED;
    this.students = this.people.map(({ name, passed }, i) => {
      const gap = draw(gaps, "line");
      const group = draw(dots, "g", { class: "student" });
      draw(group, "circle", { class: "reach", r: few ? 18 : 11 });
      draw(group, "path", { class: `dot ${passed ? "passed" : "failed"}`, d: shape(passed, 9) });
      const title = draw(group, "title");
      const label = few ? draw(group, "text", { y: -8 }, name) : null;
      if (few) this.makeMovable(group, i);
      this.makeDraggable(group, (start, to, from) => {
        const [x, y] = from.map((points, axis) => points + (to[axis] - start[axis]) * most);
        this.takeDot(i, x, y);
      }, i);
      return { gap, group, title, label };
    });
    this.buildHandles(words);
    this.panels = {
      count: this.buildPanel("count", [["count", words.step]]),
      loss: this.buildPanel("loss", [["loss", words.step], ["train", words.train]]),
    };
  }

  buildLegend(words) {
    const legend = this.root.querySelector(".legend");
    legend.replaceChildren();
    for (const outcome of ["passed", "failed"]) {
      const entry = add(legend, "span", "");
      const icon = draw(entry, "svg", { viewBox: "-10 -10 20 20", "aria-hidden": "true" });
      draw(icon, "path", { class: outcome, d: shape(outcome === "passed", 9) });
      entry.append(words[outcome]);
    }
  }

  buildAxes(words, most) {
    for (const box of this.plot.querySelectorAll("#frame rect, .band")) set(box, FRAME);
    const axes = this.plot.querySelector(".axes");
    axes.replaceChildren();
    for (let points = 0; points <= most; points += most / 5) {
      const [x, y] = [this.x(points), this.y(points)];
      draw(axes, "path", { d: `M${x} ${FRAME.y}v${FRAME.height}M${FRAME.x} ${y}h${FRAME.width}` });
      draw(axes, "text", { x, y: FRAME.y + FRAME.height + 17, "text-anchor": "middle" }, points);
      draw(axes, "text", { x: FRAME.x - 16, y: y + 5, "text-anchor": "end" }, points);
    }
    const middle = FRAME.x + FRAME.width / 2;
    draw(axes, "text", { x: middle, y: FRAME.y + FRAME.height + 36, "text-anchor": "middle" }, words.test_1);
    const height = FRAME.y + FRAME.height / 2;
    draw(axes, "text", { transform: `translate(11 ${height}) rotate(-90)`, "text-anchor": "middle" }, words.test_2);
  }

  // The nearer to the line, the less sure: the ground takes the colour of what is predicted.
  buildSureness(colours) {
    const gradient = this.plot.querySelector("#sure");
    gradient.replaceChildren();
    for (let i = 0; i <= 12; i++) {
      const probability = 1 / (1 + Math.exp(-(i / 12 - 0.5) * 8));
      const lean = 2 * probability - 1;
      draw(gradient, "stop", {
        offset: i / 12,
        "stop-color": lean > 0 ? colours.passed : colours.failed,
        "stop-opacity": 0.3 * Math.abs(lean),
      });
    }
  }

  buildHandles(words) {
    const handles = this.plot.querySelector(".handles");
    handles.replaceChildren();
    this.ends = [0, 1].map((side) => {
      const group = draw(handles, "g", { class: "handle" });
      draw(group, "circle", { class: "reach", r: 21 });
      draw(group, "path", { class: "knob" });
      draw(group, "text", { y: 5, x: side ? -26 : 26, "text-anchor": side ? "end" : "start" });
      this.makeSlider(group, words.ends[side], (change) => {
        const line = [...this.line];
        line[side] += change;
        this.take(...line);
      });
      this.makeDraggable(group, (start, [, y], line) => {
        const ends = [...line];
        ends[side] = line[side] + (y - start[1]) * this.data.most;
        this.take(...ends);
      });
      return group;
    });
    this.grip = this.plot.querySelector(".grip");
    this.makeSlider(this.grip, words.whole, (change) => this.take(this.line[0] + change, this.line[1] + change));
    this.makeDraggable(this.grip, ([x, y], to, line) => {
      // The point that was taken hold of stays under the pointer.
      const slope = (line[1] - line[0]) / this.data.most;
      const lift = (to[1] - y - slope * (to[0] - x)) * this.data.most;
      const { low, high } = this.data.reach;
      const free = clamp(lift, low - Math.min(...line), high - Math.max(...line));
      this.take(line[0] + free, line[1] + free);
    });
  }

  makeSlider(element, label, change) {
    const { low, high } = this.data.reach;
    set(element, {
      tabindex: 0,
      role: "slider",
      "aria-label": label,
      "aria-orientation": "vertical",
      "aria-valuemin": low,
      "aria-valuemax": high,
    });
    this.onStep(element, {
      ArrowUp: 0.1, ArrowRight: 0.1, ArrowDown: -0.1, ArrowLeft: -0.1,
      PageUp: 1, PageDown: -1, Home: low - high, End: high - low,
    }, (step, times) => change(step * times));
  }

  // A slider along two axes: the arrows move the dot as they point.
  makeMovable(group, i) {
    set(group, {
      tabindex: 0,
      role: "slider",
      "aria-label": this.people[i].name,
      "aria-valuemin": 0,
      "aria-valuemax": this.data.most,
    });
    this.onStep(group, {
      ArrowUp: [0, 0.1], ArrowDown: [0, -0.1], ArrowRight: [0.1, 0], ArrowLeft: [-0.1, 0],
    }, ([across, up], times) => {
      const { x, y } = this.people[i];
      this.takeDot(i, x + across * times, y + up * times);
    });
  }

  // A key takes its step, with Shift ten; what a hand began is sent when it goes elsewhere.
  onStep(element, steps, take) {
    element.onkeydown = (event) => {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      take(step, event.shiftKey ? 10 : 1);
    };
    element.onblur = () => this.timer && this.send();
  }

  // `drag` is told where the drag began, where the pointer is, and what was where it began: the
  // line, or dot number `i`.
  makeDraggable(element, drag, i = null) {
    element.onpointerdown = (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      element.focus({ focusVisible: false });
      element.setPointerCapture(event.pointerId);
      const { name, x, y } = this.people[i] ?? {};
      this.held = {
        pointer: event.pointerId,
        start: this.pointer(event, this.plot, FRAME),
        from: i === null ? this.line : [x, y],
        dot: name,
      };
    };
    // Browsers differ in whether touch-action holds within a picture: a finger drags, no scroll.
    element.ontouchstart = (event) => event.preventDefault();
    element.onpointermove = (event) => {
      if (this.held?.pointer !== event.pointerId) return;
      drag(this.held.start, this.pointer(event, this.plot, FRAME), this.held.from);
    };
    element.onpointerup = element.onpointercancel = (event) => {
      if (this.held?.pointer !== event.pointerId) return;
      this.held = null;
      if (this.timer || this.moved.size) this.send();
    };
  }

  buildPanel(kind, buttons) {
    const { words } = this.data;
    const panel = this.root.querySelector(`.panel.${kind}`);
    panel.replaceChildren();
    add(panel, "p", "label", words[kind]);
    const value = add(panel, "output", "value");

    const trail = draw(panel, "svg", { class: "trail", viewBox: "0 0 260 100", role: "img", "aria-label": words[`trail_${kind}`] });
    const bottom = TRAIL.y + TRAIL.height;
    draw(trail, "path", { class: "axis", d: `M${TRAIL.x} ${TRAIL.y}V${bottom}H${TRAIL.x + TRAIL.width}` });
    const top = draw(trail, "text", { x: TRAIL.x - 5, y: TRAIL.y + 8, "text-anchor": "end" });
    draw(trail, "text", { x: TRAIL.x - 5, y: bottom + 4, "text-anchor": "end" }, 0);
    draw(trail, "text", { x: TRAIL.x + TRAIL.width, y: bottom + 16, "text-anchor": "end" }, words.moves);
    const trace = draw(trail, "path", { class: "trace" });
    const now = draw(trail, "circle", { class: "now", r: 5.5 });

    const land = draw(panel, "svg", { class: "land", viewBox: "0 0 260 206", role: "img", "aria-label": words[`land_${kind}`] });
    const image = draw(land, "image", { ...LAND, preserveAspectRatio: "none" });
    draw(land, "text", { x: LAND.x + LAND.width / 2, y: LAND.y + LAND.height + 17, "text-anchor": "middle" }, words.left);
    draw(land, "text", { transform: `translate(15 ${LAND.y + LAND.height / 2}) rotate(-90)`, "text-anchor": "middle" }, words.right);
    const names = draw(land, "g", { class: "names" });
    const halo = draw(land, "path", { class: "halo" });
    const path = draw(land, "path", { class: "path" });
    const rose = draw(land, "g", { class: "rose" });
    const here = draw(land, "circle", { class: "here", r: 7 });
    this.makeMap(land);

    const row = add(panel, "div", "buttons");
    for (const [command, label] of buttons) {
      const button = add(row, "button", "", label);
      button.type = "button";
      button.setAttribute("aria-label", `${label}: ${words[kind]}`);
      button.onclick = () => this.ask(command);
    }
    const note = add(panel, "p", "note");
    note.setAttribute("role", "status");
    return { value, top, trace, now, image, names, halo, path, rose, here, note };
  }

  nameThePlateaus() {
    const names = this.panels.count.names;
    names.replaceChildren();
    for (const [left, right, count] of this.data.plateaus) {
      const [x, y] = this.place([left, right]);
      draw(names, "text", { x, y: y + 5, "text-anchor": "middle" }, count);
    }
  }

  // Where a pair of ends lies in the landscapes.
  place(line) {
    const { low, high } = this.data.reach;
    const [across, up] = line.map((end) => (clamp(end, low, high) - low) / (high - low));
    return [LAND.x + across * LAND.width, LAND.y + (1 - up) * LAND.height];
  }

  // In the landscape a click or drag puts both ends at once.
  makeMap(land) {
    const put = (event) => {
      const { low, high } = this.data.reach;
      const [left, right] = this.pointer(event, land, LAND).map((share) => low + share * (high - low));
      this.take(left, right);
    };
    land.onpointerdown = (event) => {
      if (event.button !== 0) return;
      land.setPointerCapture(event.pointerId);
      this.held = { pointer: event.pointerId };
      put(event);
    };
    land.onpointermove = (event) => this.held?.pointer === event.pointerId && put(event);
    land.onpointerup = land.onpointercancel = () => {
      this.held = null;
      if (this.timer) this.send();
    };
  }

  draw() {
    const now = this.judge(this.line);
    this.drawLine(now);
    const { words } = this.data;
    const { count, loss } = this.panels;
    say(count.value, fixed(now.count, 0), fill(words.of, { all: this.people.length }));
    say(loss.value, lossText(now.loss), words.unit);
    for (const kind of ["count", "loss"]) {
      this.drawTrail(kind, this.panels[kind]);
      this.drawLand(kind, this.panels[kind]);
      const note = this.notes[kind] ?? "";
      if (this.panels[kind].note.textContent !== note) this.panels[kind].note.textContent = note;
    }
  }

  drawLine({ scores }) {
    const { words, most } = this.data;
    const [left, right] = this.line;
    const place = { x1: this.x(0), y1: this.y(left), x2: this.x(most), y2: this.y(right) };
    set(this.plot.querySelector(".line"), place);
    set(this.grip, place);
    set(this.grip, {
      "aria-valuenow": fixed((left + right) / 2, 2).replace("−", "-"),
      "aria-valuetext": fill(words.at, { left: fixed(left, 1), right: fixed(right, 1) }),
    });
    this.ends.forEach((group, side) => this.drawEnd(group, side));

    // From four units of score below the line to four above, across the line.
    const middle = { x: this.x(most / 2), y: (place.y1 + place.y2) / 2 };
    const reach = (4 / this.data.sharpness / most) * FRAME.height;
    const tilt = (place.y2 - place.y1) / (place.x2 - place.x1);
    const across = { x: (reach * tilt) / (1 + tilt * tilt), y: -reach / (1 + tilt * tilt) };
    set(this.plot.querySelector("#sure"), {
      x1: middle.x - across.x, y1: middle.y - across.y,
      x2: middle.x + across.x, y2: middle.y + across.y,
    });

    this.people.forEach((person, i) => this.drawDot(person, this.students[i], scores[i]));

    const tried = this.plot.querySelector(".tried");
    const moves = this.tried?.moves ?? [];
    if (tried.childElementCount !== moves.length) {
      tried.replaceChildren(...moves.map(() => draw(tried, "line")));
      moves.forEach(([from, to], i) => set(tried.children[i], {
        x1: this.x(0), y1: this.y(from), x2: this.x(most), y2: this.y(to),
      }));
    }
  }

  drawDot({ name, x, y, passed }, { gap, group, title, label }, score) {
    const { words, most, sharpness } = this.data;
    const wrong = score >= 0 !== passed;
    group.setAttribute("transform", `translate(${this.x(x)} ${this.y(y)})`);
    group.classList.toggle("wrong", wrong);
    gap.style.display = wrong ? "" : "none";
    if (wrong) set(gap, { x1: this.x(x), x2: this.x(x), y1: this.y(y), y2: this.y(y - score / sharpness) });
    title.textContent = `${name}: ${x}, ${y}`;
    if (!label) return;
    const room = x > 0.88 * most;
    set(label, { x: room ? -14 : 14, "text-anchor": room ? "end" : "start" });
    const outcome = words[passed ? "passed" : "failed"];
    set(group, { "aria-valuenow": y, "aria-valuetext": fill(words.dot, { x, y, outcome }) });
  }

  // An end beyond the picture is an arrow at its edge, with the height.
  drawEnd(group, side) {
    const { words, most } = this.data;
    const end = this.line[side];
    const beyond = Math.sign(end - clamp(end, 0, most));
    const x = this.x(side ? most : 0);
    group.setAttribute("transform", `translate(${x} ${this.y(clamp(end, 0, most))})`);
    group.querySelector(".knob").setAttribute("d", beyond
      ? `M-10 ${7 * beyond}L0 ${-9 * beyond}L10 ${7 * beyond}Z`
      : "M-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z");
    const label = group.querySelector("text");
    label.textContent = beyond ? fixed(end, 1) : "";
    label.setAttribute("y", beyond < 0 ? -8 : 18);
    set(group, {
      "aria-valuenow": end.toFixed(2),
      "aria-valuetext": fill(words.height, { height: fixed(end, 1) }),
    });
  }

  drawTrail(kind, { top: label, trace, now }) {
    const most = Math.max(0, ...this.trail.map((move) => move[kind]));
    const top = most > this.data.tops[kind] ? roundAbove(most) : this.data.tops[kind];
    label.textContent = top;
    const begin = Math.max(0, this.travelled - TRAIL.reach);
    const x = (at) => TRAIL.x + ((Math.max(at, begin) - begin) / TRAIL.reach) * TRAIL.width;
    const y = (value) => TRAIL.y + TRAIL.height * (1 - value / top);
    const points = this.trail.map((move) => [x(move.at).toFixed(1), y(move[kind]).toFixed(1)]);
    // A count does not pass through what lies between: it jumps.
    trace.setAttribute("d", points.map(([px, py], i) =>
      i === 0 ? `M${px} ${py}` : kind === "count" ? `H${px}V${py}` : `L${px} ${py}`).join(""));
    const [cx, cy] = points.at(-1);
    set(now, { cx, cy });
  }

  drawLand(kind, { halo, path, rose, here }) {
    let way = "";
    if (this.path) {
      const shown = this.path.slice(0, 1 + Math.floor((this.played ?? 1) * (this.path.length - 1)));
      way = "M" + [...shown, this.line].map((line) => this.place(line).map((n) => n.toFixed(1)).join(" ")).join("L");
    }
    path.setAttribute("d", way);
    halo.setAttribute("d", way);
    const [cx, cy] = this.place(this.line);
    set(here, { cx, cy });

    const rays = this.tried?.[kind] ?? [];
    rose.replaceChildren();
    const [x, y] = this.tried ? this.place(this.tried.from) : [0, 0];
    for (const [dx, dy, length, best] of rays) {
      draw(rose, "line", {
        x1: x, y1: y, x2: x + dx * length * 34, y2: y - dy * length * 34, class: best ? "best" : "",
      });
    }
  }
}

function shape(passed, size) {
  const across = size * 1.15;
  return passed
    ? `M${-size} 0A${size} ${size} 0 1 0 ${size} 0A${size} ${size} 0 1 0 ${-size} 0Z`
    : `M0 ${-across}L${across} 0L0 ${across}L${-across} 0Z`;
}

export function lossText(loss) {
  return loss === 0 || loss >= 5e-5 ? fixed(loss, 4) : loss.toExponential(2).replace("e-", " × 10^−");
}

function say(output, number, remark) {
  if (output.dataset.said === number + remark) return;
  output.dataset.said = number + remark;
  output.textContent = `${number} `;
  add(output, "small", "", remark);
}

// Returns the next of few round numbers, so that an axis holds still while the line moves.
function roundAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 2.5, 3, 4, 6, 8, 10].find((step) => step * power >= value) * power;
}
