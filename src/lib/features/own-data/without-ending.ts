/** A file's name without its ending. */
export const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');
