"""Documents, pictures and pages made of an organization."""
