"""Job descriptions: their sections, and the Word template."""
