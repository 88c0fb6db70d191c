// Runs once in a page, for all its figures and tables.
import paint from "./drawing/painter.js";
import { sendAtOnce } from "./internals/edit_timer.js";

export default function ({ data }) {
  if (globalThis.figuresDrawn) return; // also by an older edition of this script
  globalThis.figuresDrawn = paint(new URL(`../../${data.plotly}`, import.meta.url));
  sendAtOnce();
}
