// Streamlit calls this again after every rerun that changes `data`.
export default function ({ parentElement, data, setStateValue }) {
  const input = parentElement.querySelector("input");
  const own = (input.own ??= { turn: 0, waiting: false, sent: null, page: location.pathname });

  const show = () => {
    const text = textAt(data, input.valueAsNumber);
    parentElement.querySelector("span").textContent = text;
    input.setAttribute("aria-valuetext", text);
    input.style.setProperty("--done", input.value / Math.max(1, data.count - 1));
  };

  // One move is under way at a time: sending faster than the page reruns would only queue up.
  // The timer is for an answer that never comes.
  const send = () => {
    const index = input.valueAsNumber;
    if (own.waiting || index === own.sent) return;
    // Another page is on its way, which a move would leave blank: it has no such slider.
    if (location.pathname !== own.page) return;
    own.waiting = true;
    own.sent = index;
    own.turn += 1;
    own.timer = setTimeout(go, 300);
    setStateValue("move", { index, turn: own.turn, rev: data.rev });
  };
  const go = () => {
    clearTimeout(own.timer);
    own.waiting = false;
    own.send();
  };

  own.send = send;
  input.oninput = () => {
    show();
    send();
  };

  parentElement.querySelector("label").textContent = data.label;
  input.max = data.count - 1;
  // The reader owns the value: what Python echoes may be older than what the thumb shows.
  if (own.rev !== data.rev) {
    own.rev = data.rev;
    own.waiting = false;
    own.sent = data.index;
    input.value = data.index;
  }
  show();
  // Python works on the next move while the figure of this one is painted.
  if (own.waiting && data.answered === own.turn) go();
  // Its figures come somewhat sooner than this is called. They go on coming for a while: no more
  // than one move is sent ahead.
  document.removeEventListener("figures", own.goAhead);
  own.goAhead = () => input.isConnected && own.waiting && data.answered === own.turn - 1 && go();
  document.addEventListener("figures", own.goAhead);
  return () => {
    clearTimeout(own.timer);
    document.removeEventListener("figures", own.goAhead);
  };
}

export function textAt({ runs, digits, unit }, index) {
  const [start, first, spacing] = runs.findLast(([start]) => start <= index);
  const value = (first + (index - start) * spacing) / 10 ** digits;
  return value.toFixed(digits).replace("-", "−") + unit;
}
