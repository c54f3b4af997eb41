"""What the server adds around Streamlit on the wire."""
