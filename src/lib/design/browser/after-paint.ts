/** Resolves when the page has been painted as it stands: what is fetched and run from then on does not hold up what is there to read. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    // pages in the background are not painted
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
