"""What the parts of a Word file are called in its XML."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements, as lxml and ElementTree write it before a name."""
