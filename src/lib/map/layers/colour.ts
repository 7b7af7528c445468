/** Red, green, blue, alpha, each 0–255. */
export type Rgba = [number, number, number, number];

/** Read a CSS colour as computed styles and tokens.css write it: #rgb, #rrggbb, #rrggbbaa, rgb(…), rgba(…). @throws Error on any other */
export function parseColour(text: string): Rgba {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex) {
    const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [r, g, b, a = 255] = digits.map((pair) => parseInt(pair, 16));
    if (r !== undefined && g !== undefined && b !== undefined) return [r, g, b, a];
  }
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(text.trim())?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts && parts.length >= 3) {
    const number = (part: string, whole: number) => (part.endsWith('%') ? (Number(part.slice(0, -1)) / 100) * whole : Number(part));
    const [r = '', g = '', b = '', a = '1'] = parts;
    const rgba: Rgba = [number(r, 255), number(g, 255), number(b, 255), Math.round(number(a, 1) * 255)];
    if (rgba.every(Number.isFinite)) return rgba;
  }
  throw new Error(`Not a colour that the map can read: “${text}”`);
}

/** @param share of `b`, 0–1 */
export function mixColours(a: Rgba, b: Rgba, share: number): Rgba {
  const channel = (i: 0 | 1 | 2 | 3) => Math.round(a[i] + (b[i] - a[i]) * share);
  return [channel(0), channel(1), channel(2), channel(3)];
}

/** @param alpha 0–1 */
export const withAlpha = ([r, g, b]: Rgba, alpha: number): Rgba => [r, g, b, Math.round(alpha * 255)];

export const cssColour = ([r, g, b, a]: Rgba): string => `rgba(${r}, ${g}, ${b}, ${Number((a / 255).toFixed(3))})`;
