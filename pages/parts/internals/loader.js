// What a component has for a script: fetches the one named here, once, and runs it.
//
// Needs: Streamlit's page loads its own script from `static/js/` below the address of the server.
// Why: a component's script is a blob, which does not know where it comes from, and travels again
//   at every run; a script of its own address is fetched once. The server may stand below a path.
// Upstream: github.com/streamlit/streamlit/issues/5768, open (of older components).
// Without it: the address is taken from the page's, which is wrong only for one that ends in "/".
let main;

export default function (component) {
  if (main) return main(component);
  let end;
  let gone = false;
  load().catch(later).then((script) => {
    main = script.default;
    if (!gone) end = main(component);
  });
  return () => {
    gone = true;
    end?.();
  };
}

function load() {
  const streamlit = document.querySelector('script[src*="static/js/"]');
  const root = streamlit ? new URL("../../", streamlit.src) : new URL("./", location.href);
  return import(new URL("{script}", root).href);
}

function later() {
  return new Promise((then) => setTimeout(then, 1000)).then(load);
}
