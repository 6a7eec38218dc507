"""One gate for bytes that leave: files are written whole or not at all."""
