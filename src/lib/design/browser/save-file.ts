/** Hand a file to the reader, under a name. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // some browsers read the file only after the click has been dealt with
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
