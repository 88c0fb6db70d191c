"""Worked examples: one file a chapter of the article, from arrays to a frozen result.

Each example checks the arrays that it was given, computes everything that there is to say of
them and keeps it. How a table is typed, pasted or drawn is for others to know.
"""
