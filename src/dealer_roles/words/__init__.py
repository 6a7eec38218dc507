"""Fixed words in both languages, and texts made safe to show."""
