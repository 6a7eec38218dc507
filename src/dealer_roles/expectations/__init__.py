"""Scenario tests of an organization, written in YAML by domain people."""
