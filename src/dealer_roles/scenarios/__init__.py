"""Scenario tests in YAML: questions with the answers they should have."""
