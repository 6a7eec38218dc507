"""From what people have (charts, matrices, job descriptions) to a draft organization."""
