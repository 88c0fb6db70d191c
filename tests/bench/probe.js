// Put into every page before anything else runs: tells, inside the page, when figures are painted.
// A figure counts as painted after the frame that follows the last change in it.
window.probe = (() => {
  let startedAt = 0;
  let touched = new Set();
  let paints = new Map();
  let pageChangedAt = 0;

  const figures = () => [...document.querySelectorAll(".js-plotly-plot")];

  function afterNextPaint(then) {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });
  }

  new MutationObserver((records) => {
    pageChangedAt = performance.now();
    const waiting = touched.size > 0;
    for (const { target } of records) {
      const figure = (target.closest ? target : target.parentElement)?.closest(".js-plotly-plot");
      if (figure) touched.add(figure);
    }
    if (waiting || touched.size === 0) return;
    afterNextPaint(() => {
      // By position: an edit may put another element in a figure's place.
      figures().forEach((figure, position) => {
        if (!touched.has(figure)) return;
        const { count = 0, shown } = paints.get(position) ?? {};
        const drawnAnew = figure.layout !== shown && figure.querySelector(".main-svg");
        paints.set(position, {
          at: performance.now(),
          count: drawnAnew ? count + 1 : count,
          shown: drawnAnew ? figure.layout : shown,
        });
      });
      touched = new Set();
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  addEventListener("keydown", (event) => (startedAt ||= event.timeStamp), { capture: true });

  const every = (check) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const timer = setInterval(() => {
        const result = check();
        const late = performance.now() - began > 60000;
        if (result === null && !late) return;
        clearInterval(timer);
        if (result === null) reject(new Error("Nothing was painted for a minute."));
        else resolve(result);
      }, 25);
    });

  return {
    // Count from the next key on.
    arm() {
      startedAt = 0;
      paints = new Map();
    },

    // Milliseconds from the key to the first figure painted and to the last one, once nothing has
    // been painted for `quiet` ms.
    painted: (quiet) =>
      every(() => {
        const times = [...paints.values()].map(({ at }) => at);
        const last = Math.max(0, ...times);
        if (!startedAt || !times.length || performance.now() - last < quiet) return null;
        return { first: Math.min(...times) - startedAt, all: last - startedAt };
      }),

    // Milliseconds from the navigation to a page on which everything is drawn.
    drawn: (quiet) =>
      every(() => {
        const idle = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
        const charts = figures();
        const done =
          idle &&
          charts.length > 0 &&
          !document.querySelector("[data-testid=stSkeleton]") &&
          charts.every((chart) => chart.querySelector(".main-svg")) &&
          performance.now() - pageChangedAt > quiet;
        return done ? pageChangedAt : null;
      }),

    // How often the figure that moves most was painted since `arm`.
    repaints: () => Math.max(0, ...[...paints.values()].map(({ count }) => count)),
  };
})();
