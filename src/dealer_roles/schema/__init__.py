"""JSON Schemas of the definition files, and findings in words."""
