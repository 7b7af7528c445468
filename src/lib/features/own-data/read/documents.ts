import { byteOrderMark, detectEncoding } from './encoding';
import { ImportRefused } from './refusal';

/** GeoJSON and KML are read as one text: larger ones belong in CSV, Parquet or the offline build. */
export const MOST_DOCUMENT = 128 << 20;

/** A whole text file; its encoding by the XML declaration where it has one. @throws ImportRefused 'too-large' */
export async function readText(file: Blob): Promise<string> {
  if (file.size > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: file.size });
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

/** As `readText`, of bytes. */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, length } = byteOrderMark(bytes);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
  const body = bytes.subarray(length);
  if (!encoding && declared) {
    try {
      return new TextDecoder(declared).decode(body);
    } catch {
      // an unknown name: fall through to trial
    }
  }
  return new TextDecoder(encoding ?? detectEncoding([body])).decode(body);
}
