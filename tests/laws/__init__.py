"""The five laws as tests that would fail without them."""
