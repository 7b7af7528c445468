import { FONT_FAMILY } from '#lib/map/picture/text';
import { escapeXml, tag } from '#lib/map/picture/xml';
import { approvalLine } from '#lib/map/picture/approval';
import type { Picture } from './editor/read-picture';
import type { Audience } from './state';

/** A picture of a map that the office may hand out, with the number under which it was approved. */
export type Approved = Readonly<{ picture: Picture; number: string }>;

/** What stands where a map would: a map, the office's approved picture of one, or a drawing without boundaries. */
export type MapKind = 'map' | 'approved' | 'schematic';

/**
 * A map without an approval number is for internal use: what is handed out has another picture in its place.
 * @param number approval number of this site's maps
 */
export function mapKind(audience: Audience, number: string | undefined, approved: Approved | undefined): MapKind {
  if (number || audience === 'internal') return 'map';
  return approved?.number.trim() ? 'approved' : 'schematic';
}

/** The approved picture with its number below, as an SVG document. @param width px */
export function approvedPicture({ picture, number }: Approved, width: number): { svg: string; height: number } {
  const scale = width / picture.width;
  const [drawn, strip] = [Math.round(picture.height * scale), Math.round(width / 28)];
  const [height, size] = [drawn + strip, strip * 0.6];
  const svg = tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT_FAMILY },
    tag('rect', { width, height, fill: '#fff' }),
    tag('image', { href: picture.data, width, height: drawn }),
    tag('text', { x: size, y: drawn + strip * 0.7, 'font-size': size, fill: '#222' }, escapeXml(approvalLine(number)))
  );
  return { svg, height };
}
