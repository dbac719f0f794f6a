"""The pages of the project that its own dictionaries, tables and sample write: `make docs`."""
