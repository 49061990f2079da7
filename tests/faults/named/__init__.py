"""The kinds of faults that every house style names."""
from faults.named import form, head, leads, marks, notes, parts, words  # noqa: F401
