"""Change the answers line by line, and ask which changes no test sees."""
