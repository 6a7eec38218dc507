"""What was linked: indexes, lines, receivers, evidence and names of one organization."""
