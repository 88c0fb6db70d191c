"""The hiker's way as code that runs as it is."""

from __future__ import annotations

from functools import partial

from ce_core.examples.downhill import DownhillExample
from pages.parts.sharing.snippets import Programs

_CE_CORE = """from ce_core.examples.downhill import DownhillExample

trace = DownhillExample(start={start}, step_size={step_size}, ground={ground!r}).trace
for place, height in zip(trace.points, trace.heights):
    print(place, height)
"""
_NUMPY = """import numpy as np
from ce_core.examples.downhill import hill, hill_gradient

place = np.array({start})
for step in range({steps}):
    place = place - {step_size} * {gradient}
    print(place, hill(*place))
"""


def code(example: DownhillExample) -> Programs:
    """Return for each library the function that writes the code."""
    values = {
        "start": tuple(map(float, example.start)),
        "step_size": example.step_size,
        "ground": example.ground,
        "steps": max(example.trace.steps, 1),
        "gradient": "hill_gradient(*place)" if example.ground == "smooth" else "np.zeros(2)",
    }
    return {
        "ce_core": partial(_CE_CORE.format, **values),
        "NumPy": partial(_NUMPY.format, **values),
    }
