"""Every word a person reads, per language."""
