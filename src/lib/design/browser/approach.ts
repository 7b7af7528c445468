/**
 * Tell when somebody is about to use a part of the page: a pointer comes over it or the focus into it. What is fetched then is there at
 * the first click. An attachment of Svelte's. @param prepare may be called any number of times
 */
export const approach =
  (prepare: () => void) =>
  (element: Element): (() => void) => {
    element.addEventListener('pointerenter', prepare);
    element.addEventListener('focusin', prepare);
    return () => {
      element.removeEventListener('pointerenter', prepare);
      element.removeEventListener('focusin', prepare);
    };
  };
