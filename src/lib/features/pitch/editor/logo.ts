/** A logo as it goes on sheets and slides: PNG as a data URL, size in px. */
export type Logo = Readonly<{ data: string; width: number; height: number }>;
export type LogoProblem = 'type' | 'large' | 'unreadable';

const MOST_BYTES = 500_000;
/** Longer side in px after re-encoding: sharp on a slide, small in a file. */
const LONGEST = 800;

/**
 * Read a logo and draw it anew, so that nothing but its pixels is carried on (no metadata, no hidden payload).
 * @param file PNG or JPEG up to 500 kB, told by its content and not by its name
 */
export async function readLogo(file: File): Promise<Logo | LogoProblem> {
  if (file.size > MOST_BYTES) return 'large';
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (!starts(0x89, 0x50, 0x4e, 0x47) && !starts(0xff, 0xd8, 0xff)) return 'type';
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.max(1, Math.round(bitmap.width * scale)),
      height: Math.max(1, Math.round(bitmap.height * scale))
    });
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return { data: canvas.toDataURL('image/png'), width: canvas.width, height: canvas.height };
  } catch {
    return 'unreadable';
  }
}
