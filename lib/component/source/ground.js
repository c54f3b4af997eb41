let ground; // the colour of the page, light or dark

/** Pictures bring their colours along: when the page turns dark, all are asked for again. */
export function follow(host, send) {
  const now = getComputedStyle(host).getPropertyValue('--st-background-color');
  if (ground && now !== ground) send('ground', now);
  ground = now;
  // What opens over the page is drawn outside of what Streamlit calls light or dark.
  document.documentElement.style.colorScheme = getComputedStyle(host).colorScheme;
}
