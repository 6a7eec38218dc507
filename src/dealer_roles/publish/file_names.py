"""What a file of a publication is called: the one place that knows the order of the parts."""

from __future__ import annotations


def usual_name(*, prefix: str, subject: str, infix: str, lang: str, suffix: str) -> str:
    """Return the usual name of a file; what is empty is left out.

    Args:
        prefix: What is published.
        subject: The id of what it is about.
        infix: Which kind of it.
        lang: Its language.
        suffix: The ending.
    """
    return ".".join(part for part in (prefix, subject, infix, lang, suffix) if part)
