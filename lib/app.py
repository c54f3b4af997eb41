"""The script that Streamlit runs for every visit: the frame, and in it the page asked for."""

from lib.view.frame import run

run()
