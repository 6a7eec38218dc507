"""What the pieces of a file mean: positions, duties, superiors, or nothing that is imported."""
