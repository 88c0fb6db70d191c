// The address of this very state: shown, and copied on a click.
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const field = parentElement.querySelector("input");
  const status = parentElement.querySelector("[role=status]");

  const address = new URL(window.location.href);
  address.search = new URLSearchParams(data.parameters).toString();
  address.hash = "";
  button.textContent = data.label;
  field.setAttribute("aria-label", data.field);
  parentElement.querySelector(".row").hidden = false; // now it has words
  if (field.value !== address.href) {
    field.value = address.href;
    status.textContent = "";
  }

  field.onfocus = () => field.select();
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // No clipboard without a secure origin: leave the link selected, to be copied by hand.
      field.focus();
      field.select();
      if (!document.execCommand("copy")) return;
    }
    status.textContent = data.done;
  };
}
