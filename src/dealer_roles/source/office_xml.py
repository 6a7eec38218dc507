"""What the parts of office files are called in their XML, as lxml and ElementTree write it."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""The namespace of what is drawn."""
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands again for programs that do not know the newer way."""
