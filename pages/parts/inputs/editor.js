// Streamlit's table keeps an edit for 150 ms, in case another follows, and then sends it. Here it goes
// at once: what is set to happen in just so long, while a table deals with what was done, happens as
// soon as that is over. So an edit that ends because a link is clicked goes before the click.
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
  for (const kind of ["keydown", "pointerdown", "pointerup", "click", "paste"]) {
    addEventListener(kind, hurry, { capture: true });
  }
}
