"""The dashboard of Scale Up Impact, read top to bottom: the pipeline from tables to pages."""
