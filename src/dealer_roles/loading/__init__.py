"""From files to an organization: bundled ones, folders, snapshots, sets of rules."""
