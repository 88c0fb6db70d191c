// Where figures stand in Streamlit's page.
//
// Needs: `st.html` sets its text as innerHTML, with `role`, `style` and `data-` attributes; React
//   changes nothing inside while that text stays, and does not mind another node in one's place.
// Why: `st.plotly_chart` throws away what was drawn and starts anew, twice, at every change, and is
//   told of its figure some 50 ms after a piece of HTML is in the page.
// Upstream: github.com/streamlit/streamlit/issues/8782, closed.
// Without it: figures stay empty; all else works.

// Calls `look` whenever something comes into the page or leaves it.
export function watch(look) {
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

// Takes the figures that have come since it was last asked.
export function arrivals() {
  return [...document.querySelectorAll("[data-figure]")].map((place) => {
    const figure = JSON.parse(place.dataset.figure);
    place.removeAttribute("data-figure");
    return { place, name: place.dataset.name, ...figure };
  });
}

// Puts a place with its drawing where another one has come, at that one's height.
export function putInPlaceOf(fresh, place) {
  place.style.height = fresh.style.height;
  fresh.replaceWith(place);
}
