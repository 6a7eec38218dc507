"""A third reading: the answers computed from the text of the design alone, plainly and slowly.

Only the comparison, which asks it as a black box, and the shape of what is drawn import
``dealer_roles``. Files are read by ``yaml.safe_load``, cases are looked at one by one, and every
question is a loop over plain data.
"""
