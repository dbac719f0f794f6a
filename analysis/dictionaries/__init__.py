"""Names, word lists and rules as YAML; edited by analysts, read by rulebook.py."""
