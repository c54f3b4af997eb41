"""The board pack: what it contains, said once, and the files that are made of it."""
