"""The explorer: one HTML page to click through."""
