"""Documents as Markdown, HTML and PDF; the templates."""
