"""Files of others, read into pieces that know where they stand."""
