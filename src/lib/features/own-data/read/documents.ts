import { byteOrderMark, detectEncoding, speaksUtf8 } from './encoding';
import { ImportRefused } from './refusal';

/** GeoJSON and KML are read as one text: larger ones belong in CSV, Parquet or the offline build. */
export const MOST_DOCUMENT = 128 << 20;

/** A whole text file; its encoding by the XML declaration where it has one. @throws ImportRefused 'too-large' */
export async function readText(file: Blob): Promise<string> {
  if (file.size > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: file.size });
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

/** Enough to tell an encoding. */
const LOOKED_AT = 1 << 20;

/** As `readText`, of bytes. Where the bytes are Chinese text in UTF-8, or none at all, a declaration to the contrary is a mistake of the program that wrote it. */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, length } = byteOrderMark(bytes);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
  const body = bytes.subarray(length);
  const found = encoding ?? detectEncoding([body.subarray(0, LOOKED_AT)]);
  if (encoding || !declared || speaksUtf8(body.subarray(0, LOOKED_AT)) || /^utf-?8$/i.test(declared)) return new TextDecoder(found).decode(body);
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    // an unknown name: by trial
    return new TextDecoder(found).decode(body);
  }
}
