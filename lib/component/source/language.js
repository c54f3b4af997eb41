// The language of the page, by which a screen reader chooses its voice.

/** Called by Streamlit at the start and after each change. */
export default ({ data }) => {
  document.documentElement.lang = data;
};
