import type { Encoding } from '../table/guess';
import { byteOrderMark } from './encoding';
import type { InvisibleFilter } from './invisible-bytes';
import { release } from './resize';

/** Bytes read at a time: two are in memory at once, one being read ahead. */
export const CHUNK = 1 << 20;

const read = async (file: Blob, from: number): Promise<Uint8Array> => new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer());

/**
 * A file's bytes in chunks, the next one read while the last is worked on. A chunk is valid only until the next is asked for: waiting for
 * the garbage collector, the chunks of a large file would pile up beside its rows.
 * @throws the signal's reason
 */
export async function* chunksOf(file: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  let next = read(file, 0);
  for (let from = 0; from < file.size; from += CHUNK) {
    const chunk = await next;
    signal?.throwIfAborted();
    if (from + CHUNK < file.size) {
      next = read(file, from + CHUNK);
      // if nobody comes for it (cancelled), its failure is nobody's
      next.catch(() => undefined);
    }
    yield chunk;
    release(chunk);
  }
}

/** A piece of a text file as UTF-8 without its mark; `done` bytes of the file are read. */
export type TextChunk = Readonly<{ bytes: Uint8Array; done: number }>;

/** A text file as UTF-8 chunks, whatever it is encoded in, without characters that nobody sees: `filter` counts them. UTF-8 passes as it is: its validity is checked with the words. */
export async function* utf8Chunks(file: Blob, encoding: Encoding, filter: InvisibleFilter, signal?: AbortSignal): AsyncGenerator<TextChunk> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  let done = 0;
  let first = true;
  for await (const chunk of chunksOf(file, signal)) {
    done += chunk.length;
    let bytes = first ? chunk.subarray(byteOrderMark(chunk).length) : chunk;
    first = false;
    if (decoder) bytes = encoder.encode(decoder.decode(bytes, { stream: done < file.size }));
    bytes = filter.push(bytes, done >= file.size);
    yield { bytes, done };
    if (bytes.buffer !== chunk.buffer) release(bytes);
  }
}
