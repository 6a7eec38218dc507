"""Org charts, hand-offs and processes as pictures."""
