"""The small frozen values everything is made of: texts, spans, findings, errors, scopes, limits."""
