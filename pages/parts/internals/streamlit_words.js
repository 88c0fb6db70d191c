// Puts what Streamlit itself says into the reader's language, and back when that is English again:
// see streamlit_words.py.
// Streamlit calls this when it is first shown; what it returns, when it is taken away.
export default function ({ data: { lang, words } }) {
  const there = Object.entries(words);
  const back = there.map(([english, other]) => [other, english]);
  const say = inWords(there);
  const watch = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (addedNodes.length) addedNodes.forEach((node) => change(node, say));
      else change(target, say);
    }
  });
  document.documentElement.lang = lang;
  change(document.body, say);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: SPOKEN,
  });
  return () => {
    watch.disconnect();
    document.documentElement.lang = "en";
    change(document.body, inWords(back));
  };
}

const SPOKEN = ["aria-label", "title", "placeholder"];
// Here stand numbers, names, code and what the app says, and never a word of Streamlit's: a reader
// may well have called a class "Open".
const ASIDE = `svg, canvas, table, pre, code, style, #portal, [role=option][data-key],
  [data-testid=stMarkdown], [data-testid=stHtml], [data-testid=stAlert]`;

function change(root, say) {
  const place = root.nodeType === Node.ELEMENT_NODE ? root : root.parentElement;
  if (!root.isConnected || place?.closest(ASIDE)) return;
  const parts = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (part) =>
    part.matches?.(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let part = root; part; part = parts.nextNode()) {
    if (part.nodeType === Node.TEXT_NODE) {
      const said = say(part.data);
      if (said !== part.data) part.data = said;
    } else if (part.nodeType === Node.ELEMENT_NODE) {
      for (const name of SPOKEN) {
        const text = part.getAttribute(name);
        if (text && say(text) !== text) part.setAttribute(name, say(text));
      }
    }
  }
}

// A "*" stands for a name or number that stays; so does what follows a colon: "Search: Students".
export function inWords(pairs) {
  const known = new Map(pairs);
  const open = pairs.filter(([from]) => from.includes("*")).map(([from, to]) => [from.split("*"), to]);
  return (text) => {
    const plain = text.trim();
    if (!plain) return text;
    const [head] = plain.split(": ");
    if (known.has(head)) return text.replace(head, () => known.get(head));
    for (const [[start, end], to] of open) {
      if (plain.startsWith(start) && plain.endsWith(end) && plain.length > start.length + end.length) {
        const kept = plain.slice(start.length, plain.length - end.length);
        return text.replace(plain, () => to.replace("*", () => kept));
      }
    }
    return text;
  };
}
