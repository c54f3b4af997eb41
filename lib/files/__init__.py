"""Files as people bring them, databases: bytes in, texts out; knows no table, and no pandas."""
