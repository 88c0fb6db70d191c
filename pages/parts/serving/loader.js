// What a component has for a script: fetches the one named here, once, and runs it.
const name = "{script}";
const loaded = (globalThis.scriptsLoaded ??= new Map());

export default function (component) {
  const run = loaded.get(name);
  if (run) return run(component);
  const own = document.querySelector('script[src*="static/js/"]').src; // Streamlit's, from this server
  let end;
  let gone = false;
  import(new URL(`../../${name}`, own)).then(({ default: run }) => {
    loaded.set(name, run);
    if (!gone) end = run(component);
  });
  return () => {
    gone = true;
    end?.();
  };
}
