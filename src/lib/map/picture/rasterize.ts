import * as m from '#lib/paraglide/messages';

/** How long an image may take to be read before we give up, ms. */
const PATIENCE = 30_000;

/**
 * Turn an SVG document into a PNG, wholly in the browser.
 * @param svg complete document that refers to nothing outside itself
 * @param width of the PNG, px
 * @param height of the PNG, px
 * @throws Error with a sentence for the reader where the browser cannot
 */
export async function rasterize(svg: string, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await readImage(url);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error(m.picture_no_canvas());
    pen.drawImage(image, 0, 0, width, height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    // what a browser answers that has no room for so many pixels
    if (!png || png.size === 0) throw new Error(m.picture_no_canvas());
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function readImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const timer = setTimeout(() => reject(new Error(m.picture_too_slow())), PATIENCE);
    image.onload = () => {
      clearTimeout(timer);
      resolve(image);
    };
    image.onerror = () => {
      clearTimeout(timer);
      reject(new Error(m.picture_unreadable()));
    };
    image.src = url;
  });
}
