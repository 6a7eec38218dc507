"""The draft as files: YAML, the workbook for review, the ledger."""
