"""What the app is measured against: the same table, one bar chart, one slider, all as they come."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.title("Two models, four students")
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
    alt="Students",
)
limit = st.slider("Limit", 0.0, 1.0, 0.5, 0.01)
passed = students["Outcome"] == "Passed"
figure = go.Figure()
for model in ("Model A", "Model B"):
    probability = np.where(passed, students[model], 1 - students[model])
    figure.add_bar(name=model, x=students["Student"], y=-np.log10(probability))
figure.add_hline(limit)
st.plotly_chart(figure)
