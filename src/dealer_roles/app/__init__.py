"""The uses of the library, put together: load, ask, check. Prints nothing."""
