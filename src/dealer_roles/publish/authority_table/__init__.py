"""The authority table on paper: a page, a sheet, a document of its own."""
