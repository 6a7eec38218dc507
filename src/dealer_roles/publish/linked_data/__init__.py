"""Linked data: schema.org and the W3C Organization Ontology."""
