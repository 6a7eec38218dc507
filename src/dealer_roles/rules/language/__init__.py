"""The language of rules: nodes, edges, paths, fields and conditions."""
