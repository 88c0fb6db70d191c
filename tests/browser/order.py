"""Tell what comes first in the browser: a message to the server, or the end of a wait."""

from playwright.sync_api import Page


def record(page: Page, wait: int) -> None:
    """From the next key on, note when a message is sent, and when `wait` ms are over.

    They are counted from when the key has been dealt with, so that a slow machine is slow in both.
    """
    page.evaluate(
        """(wait) => {
            window.order = [];
            const { send } = WebSocket.prototype;
            WebSocket.prototype.send = function (message) {
                order.push("sent");
                return send.call(this, message);
            };
            const later = window.setTimeout;
            const end = () => later(() => order.push("waited"), wait);
            addEventListener("keydown", () => later(() => later(() => later(end))),
                { capture: true, once: true });
        }""",
        wait,
    )


def first(page: Page) -> str:
    """Return which of both came first."""
    page.wait_for_function("() => order.includes('sent') && order.includes('waited')")
    came: str = page.evaluate("order[0]")
    return came
