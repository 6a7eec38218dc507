"""What a document is made of, before any format."""
