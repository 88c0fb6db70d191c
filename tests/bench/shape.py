"""What the load is measured against: a chapter's shape in plain Streamlit, nothing checked.

As many elements as the binary chapter shows, each the plainest of its kind, and two figures.
"""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Two models", layout="wide")
st.title("Two models, four students")
st.write("Which model is better?")
inputs, answer = st.columns(2)
with inputs:
    with st.container(horizontal=True):
        for case in ("The article's case", "Sure and wrong", "Undecided", "Perfect"):
            st.button(case)
    students = st.data_editor(
        pd.DataFrame(
            {
                "Student": ["A", "B", "C", "D"],
                "Outcome": ["Failed", "Failed", "Passed", "Passed"],
                "Model A": [0.9, 0.3, 0.6, 0.2],
                "Model B": [0.2, 0.4, 0.7, 0.9],
            }
        ),
        num_rows="dynamic",
        hide_index=True,
    )
    st.caption("Each model's column is its P(pass).")
    with st.container(horizontal=True):
        base = st.segmented_control("Logarithm", [10, 2], default=10)
        reduction = st.segmented_control("Reduction", ["sum", "mean"], default="sum")
        st.popover("Models")
models = ["Model A", "Model B"]
passed = (students["Outcome"] == "Passed").to_numpy()[:, None]
p_true = np.where(passed, students[models], 1 - students[models])
price = -np.log(p_true) / np.log(base)
with answer:
    for model, loss in zip(models, price.sum(axis=0), strict=True):
        st.metric(model, f"{loss:.4f}")
    st.write("**What each student costs**")
    figure = go.Figure()
    for column, model in enumerate(models):
        figure.add_bar(name=model, x=price[:, column], y=students["Student"], orientation="h")
    st.plotly_chart(figure)
with st.container(border=True):
    for model, loss in zip(models, price.sum(axis=0), strict=True):
        st.write(rf"$L_{{\text{{{model}}}}} = -\sum_i \log p_i = {loss:.4f}$")
st.write("**What to notice.** The lower the loss, the better the model.")
with st.expander("Predict first"):
    st.write("What would a tenth of the probability cost?")
with st.expander("The computation as a table"):
    st.table(pd.DataFrame(price, columns=models))
st.header("Why not simply multiply?")
st.write("A product of probabilities runs out of float64.")
inputs, answer = st.columns(2)
with inputs:
    size = st.slider("Class", 1, 5000, 1000)
    changed = st.slider("One probability", 0.0, 1.0, 0.9)
    st.table(pd.DataFrame({"model": models, "sum": price.sum(axis=0) * size / 4}))
    st.write(f"One student at {changed} changes the sum by {-np.log10(max(changed, 1e-9)):.2f}.")
with answer:
    st.write("**The sum goes on where the product is 0**")
    seats = np.linspace(1, 5000, 80)
    figure = go.Figure()
    for model, loss in zip(models, price.sum(axis=0), strict=True):
        figure.add_scatter(name=model, x=seats, y=-loss * seats / 4)
    figure.add_vline(size)
    st.plotly_chart(figure)
