"""Files as people bring them: bytes in, texts out; knows no table, and no pandas."""
