/** Characters of a file's name that are kept. */
const LONGEST = 60;

/** A name that every system can write to its disk, without its ending; '' where nothing of it can be used. */
export function fileStem(name: string): string {
  const plain = name.replace(/\.[^.]{1,8}$/, '').replace(/[\p{Cc}\p{Cs}\p{Cf}\\/:*?"<>|]+/gu, '_');
  return [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
}
