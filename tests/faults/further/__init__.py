"""Kinds of faults that were thought of when those of named/ were all found."""
from faults.further import (editor, form, head, later, leads, marks, notes,  # noqa: F401
                            parts, words)
