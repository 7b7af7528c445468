/** A title as a file name: without what Windows, macOS or a shell would stumble over, at most 60 characters. */
export function fileName(title: string, ending: string): string {
  // a title holds no control characters; see tidyText in domain/pitch/pitch-state.ts
  const plain = [...title.replace(/[\\/:*?"<>|#%&{}$!'`@+=.,;\s]+/g, '-')]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${plain || 'pitch'}.${ending}`;
}
