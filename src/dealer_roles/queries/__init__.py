"""Questions about an organization: one a module, each with a frozen answer."""
