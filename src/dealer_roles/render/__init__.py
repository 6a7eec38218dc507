"""From document values to strings and bytes: one format a module."""
