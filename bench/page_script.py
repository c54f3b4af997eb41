"""The script that Streamlit runs for every visit of the reference page."""

from bench.page_view import run

run()
