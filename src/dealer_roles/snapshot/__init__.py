"""Checked documents kept as JSON, so that what ships with the package loads fast."""
