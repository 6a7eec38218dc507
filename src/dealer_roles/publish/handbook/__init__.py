"""The handbook of an organization, and its formats."""
