import type { Frame } from './frame';

/** A length of ground and the pixels that it takes at the picture's middle latitude. */
export type ScaleBar = Readonly<{ km: number; length: number }>;

/** The longest round length (1, 2 or 5 times a power of ten) that takes no more than some pixels. */
export function scaleBar(frame: Frame, most: number): ScaleBar {
  const perPixel = frame.kmPerPixel();
  const limit = most * perPixel;
  const power = 10 ** Math.floor(Math.log10(limit));
  const km = power * ([5, 2].find((times) => times * power <= limit) ?? 1);
  return { km, length: km / perPixel };
}
