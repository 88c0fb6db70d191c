"""Worked examples: one file a chapter, from a table as typed to a frozen result.

Each example checks what it was given, computes everything that its chapter shows and keeps it.
What a reader may have typed is read by :mod:`ce_core.examples.tables`.
"""
