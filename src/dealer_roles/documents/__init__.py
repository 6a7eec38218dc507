"""Documents as values: a closed set of blocks, made from the answers of queries."""
