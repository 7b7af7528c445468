import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { breath } from '../read/in-slices';
import { MOST_RATIO } from '../read/zip';

/** Milliseconds of work at a time. */
const SLICE_MS = 8;
/** Files of up to so many bytes may pack as well as they like. */
const SMALL = 1 << 20;

/** A file of an archive as it was written. */
export type Written = Readonly<{ crc: number; size: number }>;

/** Writes a ZIP archive, some milliseconds at a time. */
export class ArchiveOut {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private readonly zip: Zip;
  private length = 0;
  private until = performance.now() + SLICE_MS;
  /** a file packs so well that a reader would take the archive for one made to do harm */
  suspicious = false;
  /** bytes of all files, unpacked */
  written = 0;

  /** @param packed false: files are stored as they are @param now when they were made */
  constructor(
    private readonly packed: boolean,
    private readonly now: Date,
    private readonly signal: AbortSignal
  ) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.parts.push(chunk as Uint8Array<ArrayBuffer>);
      this.length += chunk.length;
    });
  }

  /** Add a file. @throws the signal's reason */
  async add(name: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Written> {
    const before = this.length;
    // the quickest level: the others take twice the time for a tenth of the size
    const file = this.packed ? new ZipDeflate(name, { level: 1 }) : new ZipPassThrough(name);
    file.mtime = this.now;
    this.zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      if (performance.now() > this.until) {
        await breath();
        this.until = performance.now() + SLICE_MS;
      }
      this.signal.throwIfAborted();
    }
    file.push(new Uint8Array(0), true);
    this.suspicious ||= file.size > SMALL && 2 * file.size > MOST_RATIO * (this.length - before);
    this.written += file.size;
    // theirs may be below zero
    return { crc: file.crc >>> 0, size: file.size };
  }

  /** The archive, once all files are in it. */
  finish(): Blob {
    this.zip.end();
    return new Blob(this.parts, { type: 'application/zip' });
  }
}
