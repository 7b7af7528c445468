import type { Encoding } from '../table/guess';

/** The first bytes of a text file that say how it is encoded, and their number; none = 0. */
export function byteOrderMark(bytes: Uint8Array): Readonly<{ encoding?: Encoding; length: number }> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { length: 0 };
}

/** Whether bytes are valid UTF-8 but for a character cut off at either end. */
export function isUtf8(bytes: Uint8Array): boolean {
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  try {
    // stream: a character cut off at the end is no error
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes are UTF-8 with characters of three bytes or more, as Chinese has them: other encodings do not look like that by chance. */
export const speaksUtf8 = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0xc0) !== 0x80 && isUtf8(bytes) && /[\u0800-\ufffc]/.test(new TextDecoder().decode(bytes));

function replaced(bytes: Uint8Array, encoding: Encoding): number {
  return new TextDecoder(encoding).decode(bytes, { stream: true }).split('\uFFFD').length - 1;
}

/** UTF-16 without a mark: Latin letters, digits and line breaks leave a zero in every other byte. */
function halves(bytes: Uint8Array): Encoding | undefined {
  let [even, odd] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const many = 0.05 * bytes.length;
  if (odd > many && odd > 8 * even) return 'utf-16le';
  return even > many && even > 8 * odd ? 'utf-16be' : undefined;
}

/**
 * How a text file is encoded, by trial: its mark, zeros of UTF-16, UTF-8 if valid, else GB 18030 (of which GBK and GB 2312 are parts).
 * Where neither is valid, the one with fewer broken characters.
 * @param samples stretches of the file; the first one is its beginning
 */
export function detectEncoding(samples: readonly Uint8Array[]): Encoding {
  const head = samples[0] ?? new Uint8Array();
  const found = byteOrderMark(head).encoding ?? halves(head);
  if (found) return found;
  if (samples.every(isUtf8)) return 'utf-8';
  const broken = (encoding: Encoding) => samples.reduce((sum, bytes) => sum + replaced(bytes, encoding), 0);
  return broken('gb18030') <= broken('utf-8') ? 'gb18030' : 'utf-8';
}

/** Whether bytes are no text in any encoding that is read: control characters that no text has. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes).encoding ?? halves(bytes)) return false;
  let odd = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 && byte !== 26) odd++;
  return odd > 0.02 * bytes.length;
}
