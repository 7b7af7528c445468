import { meridianOfZone } from '../table/systems';

/*
 * Texts of surveyors. Points, one a line, as total stations and CASS (.dat) write them: number, code, easting, northing, height, or northing
 * first; and the boundaries of parcels in the form of the land offices (勘测定界界址点坐标: [属性描述], [地块坐标], J1,1,X,Y).
 * X is the northing in both, as surveyors have it.
 */

type SurveyKind = 'points' | 'parcels';

/** Metres north of the equator in China, and metres east in a belt, with or without the belt's number before it. */
const isNorthing = (value: number) => value >= 1_900_000 && value < 6_000_000;
const isEasting = (value: number) => (value >= 100_000 && value < 900_000) || meridianOfZone(Math.floor(value / 1e6)) !== undefined;
/** A number as instruments write it. */
export const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** Lines that are looked at to tell what a text is. */
const LOOKED_AT = 200;
const FEWEST = 2;
/** A header or a count may stand above the points. */
const ABOVE = 2;

/** A line's fields; two commas with nothing between them hold an empty one. */
export const fieldsOf = (line: string): string[] => (/[,，]/.test(line) ? line.split(/\s*[,，]\s*/) : line.trim().split(/\s+/)).map((field) => field.trim());

type Point = Readonly<{ name: string; code: string; x: number; y: number; height?: number; northFirst: boolean }>;

/** A line as a point: a name, perhaps a code, northing and easting in either order, perhaps a height. */
export function pointOf(line: string): Point | undefined {
  const fields = fieldsOf(line.replace(/[,，]\s*$/, ''));
  if (fields.length < 3 || fields.length > 6) return undefined;
  for (const at of fields.length > 3 ? [1, 2] : [1]) {
    const [a = '', b = '', h] = fields.slice(at);
    if (!NUMBER.test(a) || !NUMBER.test(b) || fields.length > at + 3 || (h !== undefined && h !== '' && !NUMBER.test(h))) continue;
    const [first, second] = [Number(a), Number(b)];
    const northFirst = isNorthing(first) && isEasting(second);
    if (!northFirst && !(isEasting(first) && isNorthing(second))) continue;
    const [x, y] = northFirst ? [first, second] : [second, first];
    return { name: fields[0] ?? '', code: at === 2 ? (fields[1] ?? '') : '', x, y, northFirst, ...(h ? { height: Number(h) } : {}) };
  }
  return undefined;
}

/** A text's lines. */
export const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

/** What a text is by its beginning; undefined if it is none of these. @param whole nothing follows: otherwise the last line may be cut off */
export function surveyKind(head: string, whole: boolean): SurveyKind | undefined {
  // the words may be in any encoding; their marks are not
  if (/^\s*\[[^\]\r\n]{2,40}\]/.test(head) && (/@\s*$/m.test(head) || /^J?\d+[,，]\d+[,，]\d{6,}/m.test(head))) return 'parcels';
  const lines = linesOf(head)
    .slice(0, whole ? undefined : -1)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const points = lines.map(pointOf);
  const start = points.findIndex((point) => point !== undefined);
  // a header with commas is a table's, and is read as one
  if (start < 0 || start > ABOVE || (start > 0 && lines.slice(0, start).some((line) => /[,，\t;|]/.test(line)))) return undefined;
  const found = points.slice(start).filter((point) => point !== undefined);
  return found.length >= FEWEST && found.length === lines.length - start && !lines.some((line) => line.includes('\t')) ? 'points' : undefined;
}
