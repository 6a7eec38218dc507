"""What an organization is: shapes of its YAML, and the frozen values built from them."""
