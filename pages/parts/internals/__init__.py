"""Where the explorer relies on the insides of a library, one file a place.

Any release of Streamlit, uvicorn, websockets, Plotly or React may change these, so each file
says at its head what it needs to be true, why it is done all the same, what the library's
authors say of it, and what there is without it. ``tests/contract`` holds each need against the
libraries as installed, which ``requirements.txt`` pins.

What is gone stops nothing: the app starts and works without it, and says so once in the log, of
the server or of the browser. No file outside this folder names such insides, but
``.streamlit/config.toml`` with two hidden options of Streamlit's.
"""
