/** Hand a file to the reader. */
export function saveFile(content: BlobPart, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // some browsers read the file only after the click has been dealt with
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A title as a file name: without what Windows, macOS or a shell would stumble over, at most 60 characters. */
export function fileName(title: string, ending: string): string {
  // a title holds no control characters; see tidyText in domain/pitch/pitch-state.ts
  const plain = [...title.replace(/[\\/:*?"<>|#%&{}$!'`@+=.,;\s]+/g, '-')]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${plain || 'pitch'}.${ending}`;
}
