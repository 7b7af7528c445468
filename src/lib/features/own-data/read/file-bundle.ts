import { crc32 } from './crc32';
import { CHUNK } from './read-chunks';

/* Several files dropped together are read as an archive of them: its sheets are the files, and the parts of a Shapefile find each other. */

const DAY = (1 << 5) | 1;
const UTF8 = 0x800;

async function sumOf(file: Blob): Promise<number> {
  let sum = 0;
  for (let from = 0; from < file.size; from += CHUNK) sum = crc32(new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer()), sum);
  return sum;
}

/** What both heads of a part have in common: 26 bytes from its version on. */
function common(view: DataView, at: number, { crc, size, name }: Readonly<{ crc: number; size: number; name: Uint8Array }>): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

/** Files as one archive, unpacked and uncopied: a browser keeps a file of files as references to them. */
export async function bundleFiles(files: readonly File[], name: string): Promise<File> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  const used = new Set<string>();
  let [offset, length] = [0, 0];
  for (const file of files) {
    let given = file.name;
    for (let again = 2; used.has(given); again++) given = `${again}/${file.name}`;
    used.add(given);
    const part = { crc: await sumOf(file), size: file.size, name: new TextEncoder().encode(given) };
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    common(head, 4, part);
    parts.push(head, part.name, file);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(4, 20, true);
    common(entry, 6, part);
    entry.setUint32(42, offset, true);
    directory.push(entry, part.name);
    offset += 30 + part.name.length + file.size;
    length += 46 + part.name.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  return new File([...parts, ...directory, end], name, { type: 'application/zip' });
}
