"""Cross-entropy and everything around it, exact to the last digits, in plain NumPy."""
