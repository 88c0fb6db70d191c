// Fetches the painter from this server; Streamlit's own script tells where that is.
export default async function ({ data: { painter, plotly } }) {
  const at = (name) => new URL(`../../${name}`, document.querySelector('script[src*="static/js/"]').src);
  (await import(at(painter).href)).default(at(plotly).href);
}
