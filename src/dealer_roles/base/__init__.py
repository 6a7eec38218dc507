"""Values every layer shares: places in files, texts, findings, errors."""
