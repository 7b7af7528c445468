/** A picture as it goes on sheets and slides: PNG as a data URL, size in px. */
export type Picture = Readonly<{ data: string; width: number; height: number }>;
export type Logo = Picture;
export type PictureProblem = 'type' | 'large' | 'unreadable';

/** Largest file, bytes, and longer side in px after re-encoding: sharp on a slide, small in a file. */
export const LOGO = { bytes: 500_000, longest: 800 } as const;
export const MAP_PICTURE = { bytes: 8_000_000, longest: 2400 } as const;

/**
 * Read a picture and draw it anew, so that nothing but its pixels is carried on (no metadata, no hidden payload).
 * @param file PNG or JPEG, told by its content and not by its name
 */
export async function readPicture(file: File, { bytes, longest }: Readonly<{ bytes: number; longest: number }>): Promise<Picture | PictureProblem> {
  if (file.size > bytes) return 'large';
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (!starts(0x89, 0x50, 0x4e, 0x47) && !starts(0xff, 0xd8, 0xff)) return 'type';
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
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
