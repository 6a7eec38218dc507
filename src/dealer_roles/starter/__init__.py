"""The files of a new organization: definitions, editor settings, checks in CI, a first scenario."""
