"""A third reading: the answers computed from the text of the design alone, plainly and slowly.

Nothing here imports ``dealer_roles`` but the comparison, which asks it as a black box. Files are
read by ``yaml.safe_load``, cases are looked at one by one, and every question is a loop over plain
data.
"""
