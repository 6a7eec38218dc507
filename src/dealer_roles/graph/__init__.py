"""Indexes over an organization, and its view as a networkx graph."""
