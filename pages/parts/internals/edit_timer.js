// Sends a table's edit at once, not after 150 ms.
//
// Needs: Streamlit's table keeps an edit for 150 ms, in case another follows, by `setTimeout`, which
//   it calls while it deals with what was done; an open cell stands in `#portal`.
// Why: more than half of the time from Enter to the picture is that wait. No option shortens it, and
//   what else flushes it, a click beside the table, would also end the edit and move the focus.
//   That an edit goes before the click that ends it, Streamlit sees to itself.
// Upstream: github.com/streamlit/streamlit/issues/7868, pull/16132.
// Without it: an edit is sent 150 ms later.
const WAIT = 150;
const DEALT_WITH = 50; // ms, in which a table has taken what was typed, pasted or clicked

export function sendAtOnce() {
  const usual = globalThis.setTimeout;
  let over;
  const hurry = ({ target }) => {
    const cellIsOpen = document.getElementById("portal")?.hasChildNodes();
    if (!cellIsOpen && !target.closest?.("[data-testid=stDataFrame]")) return;
    globalThis.setTimeout = (then, wait, ...more) => usual(then, wait === WAIT ? 0 : wait, ...more);
    clearTimeout(over);
    over = usual(() => (globalThis.setTimeout = usual), DEALT_WITH);
  };
  for (const kind of ["keydown", "click", "paste"]) addEventListener(kind, hurry, { capture: true });
}
