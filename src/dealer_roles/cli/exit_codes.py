"""The exit codes of the command line beside 0, and 1 for what was found."""

from __future__ import annotations

CANNOT_RUN = 2
"""A command cannot do what it was asked, for a reason that the user can mend."""
OUR_FAULT = 3
"""Something went wrong that is no fault of the user's."""
