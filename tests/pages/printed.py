"""What the code that a reader takes along prints when it runs as it is."""

import contextlib
import io


def lines(code: str) -> list[str]:
    """Run the code in a namespace of its own and return the lines that it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "snippet", "exec"), {})
    return out.getvalue().splitlines()


def printed(code: str) -> list[float]:
    """Return the number at the end of each line that the code prints."""
    return [float(line.split()[-1]) for line in lines(code)]
