"""Reports that make themselves: what is planned, when it is due, one run, what came of it."""
