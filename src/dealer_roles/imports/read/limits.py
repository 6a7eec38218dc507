"""Bounds on files that come from elsewhere: what is larger is refused before it is opened."""

MAX_FILE_BYTES = 50_000_000
MAX_PART_BYTES = 60_000_000  # one part of a zip archive, unpacked
MAX_UNPACKED_BYTES = 150_000_000
MAX_PARTS = 5_000
MAX_RATIO = 400  # unpacked against packed: real parts of XML stay far below
RATIO_COUNTS_FROM = 5_000_000  # small parts may be all blanks
MAX_CELLS = 2_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 1_000
MAX_CELL_CHARACTERS = 100_000
MAX_PARAGRAPHS = 200_000
