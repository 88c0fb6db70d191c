"""Two chapters over one table and one slider, as small as can be."""

import pandas as pd
import streamlit as st

from pages.parts.inputs.editor import current_table, editable_table, put_table
from pages.parts.inputs.live_slider import live_slider, put_slider, stops_slider
from pages.parts.inputs.session import page_runs
from pages.parts.showing import layout


def students() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "student": ["A", "B", "C", "D"],
            "outcome": ["pass", "pass", "fail", "pass"],
            "first": ["0.9", "0.8", "0.3", "0.7"],
            "score": ["2", "1", "-1", "0"],
        }
    )


def preset() -> None:
    put_table("students", students().iloc[:2].assign(first="0.5"))
    put_slider("weight", -2)


def halve() -> None:
    table = current_table("students", students)
    put_table("students", table.assign(first=table["first"] + "/2"))


def show(view: str, *columns: str, **new_row: str) -> None:
    table = editable_table(
        "students",
        students,
        view=view,
        columns={name: st.column_config.TextColumn(name, width=80) for name in columns},
        new_row=new_row,
        label="Students",
    )
    st.button("Preset", on_click=preset)
    st.button("Halve", on_click=halve)
    st.checkbox("Other widget")
    st.code("\n".join("|".join(row) for row in table.itertuples(index=False)) or "no rows")


@st.fragment
def curve() -> None:
    weight = live_slider(
        "Weight", key="weight", minimum=-5, maximum=5, step=0.05, default=1, unit=" bits"
    )
    size = stops_slider("Size", key="size", stops=[1, 2, 5, 10, 100, 5000], default=10)
    st.markdown(f"weight is {weight:.2f}, size is {size:.0f}")
    xs = [i / 8 - 10 for i in range(161)]
    figure = {
        "data": [{"type": "scatter", "x": xs, "y": [weight * x for x in xs]}],
        "layout": {"height": 250, "xaxis": {"range": [-10, 10]}, "yaxis": {"range": [-50, 50]}},
    }
    st.plotly_chart(figure, theme=None, key="curve")


def binary() -> None:
    st.title("Binary")
    show("binary", "student", "outcome", "first", score="9")


def sigmoid() -> None:
    st.title("Sigmoid")
    show("sigmoid", "student", "score", outcome="fail", first="0.1")
    curve()


st.set_page_config(page_icon="🎓")
layout.inject_styles()
page = st.navigation([st.Page(binary, default=True), st.Page(sigmoid)], position="top")
page_runs(page.url_path)
page.run()
