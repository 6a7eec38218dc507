"""The questions that can be asked of an organization, one a file, each with a frozen answer."""
