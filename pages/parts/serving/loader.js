// What a component has for a script: fetches the one named here, once, and runs it.
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
  const streamlit = document.querySelector('script[src*="static/js/"]'); // it comes from this server
  return import(new URL("../../{script}", streamlit.src).href);
}

function later() {
  return new Promise((then) => setTimeout(then, 1000)).then(load);
}
