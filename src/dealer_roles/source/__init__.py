"""From files to positioned plain data; the only layer that reads YAML text."""
