"""Reports of findings as text and in the formats that CI systems read."""
