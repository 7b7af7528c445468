import { crc32 } from './crc32';
import { speaksUtf8 } from './encoding';
import { ImportRefused } from './refusal';

/*
 * ZIP archives read by their central directory (APPNOTE 4.3), so that only what is wanted is unpacked, as a stream, and never more than
 * is allowed. Unpacking itself is the platform's.
 */

/** Most bytes that an archive's parts may unpack to, by their own account and in fact. */
export const MOST_UNPACKED = 1 << 30;
/** Unpacked to packed size; real sheets reach some 30, deflate ends at 1032. */
export const MOST_RATIO = 200;
/** Small parts may pack as well as they like. */
const HARMLESS = 16 << 20;
const MOST_ENTRIES = 20_000;
/** Parts whose two names are compared: what is read of an archive is among the first. */
const CHECKED = 500;

export type ZipEntry = Readonly<{
  name: string;
  nameBytes: Uint8Array;
  packed: number;
  unpacked: number;
  offset: number;
  method: number;
  crc: number;
  encrypted: boolean;
}>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

const broken = () => new ImportRefused('broken', { text: 'zip' });

const isBomb = (unpacked: number, packed: number) => unpacked > MOST_UNPACKED || (unpacked > HARMLESS && unpacked > MOST_RATIO * packed);

/**
 * The parts of an archive.
 * @throws ImportRefused 'broken', or 'zip-bomb' where the parts claim to be larger than is allowed
 */
export async function readDirectory(file: Blob): Promise<ZipEntry[]> {
  const tail = new DataView(await file.slice(Math.max(0, file.size - 65_557)).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw broken();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  // 0xffffffff: ZIP64, for archives beyond 4 GB
  if (count > MOST_ENTRIES || start + size > file.size) throw broken();
  const bytes = await file.slice(start, start + size).arrayBuffer();
  const view = new DataView(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > size || view.getUint32(at, true) !== ENTRY) throw broken();
    const [nameLength, extraLength, noteLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    if (at + 46 + nameLength > size) throw broken();
    const nameBytes = new Uint8Array(bytes.slice(at + 46, at + 46 + nameLength));
    const flags = view.getUint16(at + 8, true);
    entries.push({
      // many programs write UTF-8 without the flag that says so
      name: new TextDecoder((flags & 0x800) !== 0 || speaksUtf8(nameBytes) ? 'utf-8' : 'gb18030').decode(nameBytes),
      nameBytes,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (flags & 1) !== 0
    });
    at += 46 + nameLength + extraLength + noteLength;
    // parts that the directory holds and its count does not would be left out unnoticed
    if (i === count - 1 && at !== size) throw broken();
  }
  await checkNames(file, entries);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (isBomb(unpacked, file.size)) throw new ImportRefused('zip-bomb', { limit: MOST_UNPACKED, size: unpacked });
  return entries;
}

/** Each part has its name twice: where they differ one is damaged, and the part would be taken for another or for none. @throws ImportRefused 'broken' */
async function checkNames(file: Blob, entries: readonly ZipEntry[]): Promise<void> {
  for (const { nameBytes, offset } of entries.slice(0, CHECKED)) {
    const head = new Uint8Array(await file.slice(offset, offset + 30 + nameBytes.length).arrayBuffer());
    const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
    if (length !== nameBytes.length || nameBytes.some((byte, i) => byte !== head[30 + i])) throw broken();
  }
}

/**
 * Unpack one part as a stream; read to its end it is held against its checksum.
 * @throws ImportRefused 'broken'; 'zip-bomb' as soon as more comes out than is allowed, whatever the archive says of itself
 */
export async function* unpack(file: Blob, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new ImportRefused('unsupported', { text: 'encrypted zip' });
  if (entry.method !== 0 && entry.method !== 8) throw new ImportRefused('unsupported', { text: `zip method ${entry.method}` });
  const head = new DataView(await file.slice(entry.offset, entry.offset + 30).arrayBuffer());
  if (head.byteLength < 30) throw broken();
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed).stream();
  const stream =
    entry.method === 0
      ? packed
      : packed.pipeThrough(new DecompressionStream('deflate-raw') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  const reader = stream.getReader();
  let total = 0;
  let crc = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        if (total !== entry.unpacked || crc !== entry.crc) throw broken();
        return;
      }
      signal?.throwIfAborted();
      total += value.length;
      if (isBomb(total, entry.packed)) throw new ImportRefused('zip-bomb', { limit: MOST_UNPACKED, size: total });
      crc = crc32(value, crc);
      yield value;
    }
  } catch (error) {
    if (error instanceof ImportRefused || signal?.aborted) throw error;
    throw broken();
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** One part as a whole. @throws as `unpack` */
export async function unpackAll(file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpack(file, entry, signal)) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
