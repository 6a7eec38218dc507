"""The responsibility matrix, and its formats."""
