/**
 * Tell a page's colours now and whenever its scheme changes.
 * @param probe a hidden element: a computed colour resolves whatever a custom property is made of
 * @param onchange gets a function from a custom property's name (“--ink”) to its colour as computed styles write it
 * @returns stop watching
 */
export function watchColours(probe: HTMLElement, onchange: (colour: (name: string) => string) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () =>
    onchange((name) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    });
  tell();
  dark.addEventListener('change', tell);
  const theme = new MutationObserver(tell);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', tell);
    theme.disconnect();
  };
}
