"""Beliefs above, prices below: one column each, adding up to the loss."""

import json

import numpy as np
import pytest

from ce_core.examples.multiclass import FruitExample
from pages.multiclass import figures
from pages.multiclass.containers import article_containers, container_table
from pages.multiclass.inputs import CASES
from pages.multiclass.reading import read_containers
from pages.parts.drawing.palette import DARK, LIGHT
from pages.parts.reading.shares import decimals
from pages.parts.wording.words import words

TEXT = words("multiclass")


def figure(table=None, colours=LIGHT, **options):
    beliefs = read_containers(article_containers() if table is None else table).beliefs
    priced = None
    if not len(beliefs.off):
        priced = FruitExample.from_beliefs(beliefs, **options)
    return figures.beliefs_and_losses(beliefs, priced, TEXT, colours)


def many(fruits=20, containers=50, seed=0):
    rng = np.random.default_rng(seed)
    names = [f"fruit {i}" for i in range(fruits)]
    return container_table(
        names,
        {
            f"C{i}": (str(rng.choice(names)), decimals((rng.uniform(0, 1, fruits) ** 3).tolist()))
            for i in range(containers)
        },
    )


def traces(chart):
    return {trace["type"] + trace.get("mode", ""): trace for trace in reversed(chart["data"])}


def texts(chart):
    return [text for trace in chart["data"] for text in trace.get("text", [])]


def labels(chart):
    return [note["text"] for note in chart["layout"]["annotations"]]


def test_each_bar_begins_where_the_one_before_it_ended(valid):
    bars = traces(valid(figure()))["bar"]
    *starts, total_start = bars["base"]
    *lengths, total = bars["y"]
    assert starts == pytest.approx([0, 0.15490196, 0.67778071])
    assert total == pytest.approx(sum(lengths))
    assert total == pytest.approx(1.07572071394)
    assert total_start == 0


def test_surprisals_and_total_are_written_at_their_bars():
    assert labels(figure())[:4] == ["<b>1.0757</b>", "0.155", "<b>0.523</b>", "0.398"]


def test_bars_have_the_colour_and_the_name_of_the_fruit_inside():
    chart = figure()
    orange, _, lemon = LIGHT.classes[:3]
    assert traces(chart)["bar"]["marker"]["color"] == [orange, lemon, lemon, LIGHT.ink]
    ticks = chart["layout"]["xaxis2"]["ticktext"]
    assert ["orange" in tick or "lemon" in tick for tick in ticks] == [True, True, True, False]
    assert ticks[-1] == "<b>sum</b>"


def test_bars_stand_under_their_columns():
    chart = figure()
    assert chart["layout"]["xaxis"]["range"] == chart["layout"]["xaxis2"]["range"]
    assert traces(chart)["bar"]["x"] == [0, 1, 2, 3]
    assert traces(chart)["heatmap"]["x"] == [0, 1, 2]


def test_the_heat_map_holds_the_beliefs_and_the_true_cells_are_marked():
    chart = figure()
    assert traces(chart)["heatmap"]["z"] == [[0.7, 0.3, 0.1], [0.2, 0.4, 0.5], [0.1, 0.3, 0.4]]
    assert [text for text in texts(chart) if "y = 1" in text] == [
        "<b>0.7</b><br>y = 1",
        "<b>0.3</b><br>y = 1",
        "<b>0.4</b><br>y = 1",
    ]
    (outline,) = chart["layout"]["shapes"]
    assert outline["path"].count("M") == 3
    assert "M-0.49,-0.47" in outline["path"]


def test_each_column_is_headed_by_its_name_and_its_sum():
    assert "<b>A</b><br>Σ 1" in texts(figure())


def test_a_column_that_does_not_sum_to_1_is_marked_and_nothing_is_priced(valid):
    chart = valid(figure(CASES["too_much"].containers))
    assert "<b>A</b><br><b>⚠ Σ 1.1</b>" in texts(chart)
    assert "bar" not in traces(chart)
    assert "No prices until" in labels(chart)[0]
    assert chart["layout"]["height"] == figure()["layout"]["height"]


def test_the_mean_shows_thirds():
    chart = figure(reduction="mean")
    assert labels(chart)[0] == "<b>0.3586</b>"
    assert chart["layout"]["xaxis2"]["ticktext"][-1] == "<b>mean</b>"


def test_an_infinite_surprisal_leaves_the_frame_with_its_sign(valid):
    chart = valid(figure(CASES["ruled_out"].containers))
    end = chart["layout"]["yaxis2"]["range"][1]
    bars = traces(chart)["bar"]
    assert bars["base"][2] + bars["y"][2] == pytest.approx(end)
    assert bars["y"][3] == end
    assert labels(chart)[:4] == ["<b>∞</b>", "0.155", "0.523", "<b>∞</b>"]
    json.dumps(chart, allow_nan=False)


def test_everything_foretold_leaves_flat_bars():
    sure = container_table(["a", "b"], {"X": ("a", ["1", "0"]), "Y": ("b", ["0", "1"])})
    chart = figure(sure)
    assert traces(chart)["bar"]["y"] == [0, 0, 0]
    assert chart["layout"]["yaxis2"]["range"] == [0, 1]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_twenty_fruits_in_fifty_containers(valid, colours):
    chart = valid(figure(many(), colours))
    bars = traces(chart)["bar"]
    assert len(bars["y"]) == 51
    assert bars["y"][-1] == pytest.approx(sum(bars["y"][:-1]))
    assert [text for text in texts(chart) if text] == ["Σ = 1 in every column"]
    assert len(labels(chart)) == 2
    assert chart["layout"]["height"] <= 520
    assert len(chart["layout"]["xaxis2"]["ticktext"]) < 20
    assert len(json.dumps(chart)) < 40_000


def test_among_many_columns_the_one_that_is_off_is_marked():
    table = many()
    table.loc[1, "C7"] = "0.9"
    assert [text for text in texts(figure(table)) if text] == ["<b>⚠</b>"]


@pytest.mark.parametrize("containers", range(1, 12))
@pytest.mark.parametrize("fruits", [2, 3, 5, 8, 20])
def test_every_size_is_a_valid_figure(valid, fruits, containers):
    chart = valid(figure(many(fruits, containers)))
    assert json.loads(json.dumps(chart, allow_nan=False)) == chart


def test_the_axis_stays_while_the_data_moves_a_little():
    table = article_containers()
    table.loc[1:, "B"] = ["0.3", "0.42", "0.28"]
    one, other = figure()["layout"], figure(table)["layout"]
    for axis in ("xaxis", "xaxis2", "yaxis", "yaxis2"):
        assert one[axis]["range"] == other[axis]["range"]


def test_small_probabilities_are_not_written_as_zero():
    table = article_containers()
    table.loc[1:, "A"] = ["0.99995", "0.00005", "0"]
    assert {"&lt;0.001", "0", "<b>&gt;0.999</b><br>y = 1"} <= set(texts(figure(table)))


def test_names_are_no_markup():
    table = article_containers().rename(columns={"A": "<b>x</b>"})
    table.loc[[0, 3], ["B", "C"]] = "<i>"
    table.loc[3] = ["<i>", "", "", "0.1", "0.3", "0.4"]
    chart = json.dumps(figure(table))
    assert "<i>" not in chart
    assert "<b>x</b>" not in chart
    assert "&lt;b&gt;x&lt;/b&gt;" in chart


def test_long_names_are_cut_in_the_middle_so_that_they_differ():
    cells = ("a", ["0.5", "0.5"])
    table = container_table(["a", "b"], {f"Container number {i}": cells for i in range(6)})
    ticks = figure(table)["layout"]["xaxis2"]["ticktext"]
    assert len(set(ticks)) == 7


@pytest.mark.parametrize("ends", [LIGHT.probability, DARK.probability])
def test_numbers_stand_out_from_their_cells(ends):
    def light(colour):
        parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    for p in np.linspace(0, 1, 101):
        low, high = (np.array([int(end[i : i + 2], 16) for i in (1, 3, 5)]) for end in ends)
        cell = "#" + "".join(f"{round(part):02x}" for part in low + p * (high - low))
        dark, bright = sorted([light(cell), light(figures.on_scale(float(p), ends))])
        assert (bright + 0.05) / (dark + 0.05) > 4.4
