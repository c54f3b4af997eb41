// Says in which language the page is: screen readers choose their voice by it.

/** Called by Streamlit at the start and after each change; `data` is a language code. */
export default ({ data }) => {
  document.documentElement.lang = data;
};
