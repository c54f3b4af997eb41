"""The dashboard of a portfolio, read top to bottom: the pipeline from tables to pages."""
