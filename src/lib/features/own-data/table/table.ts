/*
 * A reader's own rows, as typed arrays: what the importer makes and what map, tables and joins read.
 * Everything in it can be moved between threads without copying; nothing in it ever leaves the browser.
 */

/** Distinct texts of a column as UTF-8 in one buffer: word i is bytes[offsets[i] … offsets[i + 1]). Read with `wordAt`. */
export type Dictionary = Readonly<{
  bytes: Uint8Array;
  /** one more than there are words */
  offsets: Uint32Array;
  /** false for columns of (nearly) all different texts, such as names: there a word may be listed more than once */
  distinct: boolean;
}>;

export type NumberColumn = Readonly<{ name: string; kind: 'number'; /** NaN = blank */ values: Float64Array }>;
/** A text's code is its place in the dictionary; blank cells have the code of ''. Codes are as wide as the dictionary needs. */
export type TextColumn = Readonly<{ name: string; kind: 'text'; codes: Uint8Array | Uint16Array | Uint32Array; dictionary: Dictionary }>;
export type OwnColumn = NumberColumn | TextColumn;

/**
 * How a row is placed: its own coordinates, a place of the gazetteer, its district or its city only; the district that its address names.
 * Kept tables hold these by number: new ones come last.
 */
export const PLACEMENTS = ['point', 'place', 'county', 'prefecture', 'address'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Why a row was left out. */
export const REJECT_REASONS = [
  /** neither coordinates nor a name to place it by */
  'no-place',
  /** text that is no coordinate */
  'bad-coordinate',
  /** only one of longitude and latitude */
  'half-coordinate',
  /** beyond ±180° or ±90° */
  'out-of-range',
  /** longitude and latitude stand in each other's column, judging by the range or the region */
  'swapped',
  /** 0° / 0°, what programs write where they know nothing */
  'zero-zero',
  /** a name that neither the units nor the gazetteer know */
  'unknown-name',
  /** a name that several units bear, or several names */
  'ambiguous-name',
  /** in another province, or another city than the region's */
  'elsewhere',
  /** names the whole region: nowhere to put it */
  'whole-region',
  /** a unit that no longer exists, e.g. 江干区: its area went to several units, so it is not moved silently */
  'abolished-unit',
  /** a total or subtotal of other rows, by its words or its figures: added up with them everything would count twice */
  'total-row',
  /** a note among the rows, or the header once more */
  'note-row',
  /** more cells than the header has */
  'too-many-cells',
  /** a quotation mark that is never closed, or one in the wrong place */
  'stray-quote',
  /** over a megabyte in one row */
  'row-too-long',
  /** a feature without geometry, or with a broken one */
  'no-geometry'
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];
/** `line` as in OwnTable.line; `text` is the row as it stood, at most 200 characters. */
export type Rejected = Readonly<{ line: number; reason: RejectReason; text: string }>;

/** What else a reader should know; `count` rows, cells or columns are concerned. */
export const REMARKS = [
  /** points outside the region: kept, in no county */
  'outside-region',
  /** rows that look as if longitude and latitude were exchanged; rejected unless guess.exchangeSwapped */
  'rows-swapped',
  /** rows whose coordinates were exchanged because guess.exchangeSwapped said so */
  'rows-exchanged',
  /** rows with 0° / 0° that were placed by their district instead */
  'zero-zero',
  /** features without geometry that were placed by a name */
  'no-geometry-by-name',
  /** points that lie in another county than the row says (column: the district's) */
  'district-mismatch',
  /** rows placed by the name of a unit that no longer exists, or were not: `detail` has the name */
  'abolished-unit',
  /** rows placed by a name that their district had earlier, by a development zone or by a town: `detail` has the name and the district */
  'read-as',
  /** rows with fewer cells than the header: the missing ones read as blank */
  'short-rows',
  /** cells of a numeric column that are no number: read as blank (column) */
  'not-a-number',
  /** cells of a numeric column with noughts in front or more than 15 digits: a code, whose digits change as a number (column); `detail` has the first */
  'codes-as-numbers',
  /** numbers written with separators, full-width digits, units or as degrees and minutes (column) */
  'numbers-tidied',
  /** Excel day numbers read as dates (column) */
  'day-numbers',
  /** columns beyond the first 256 are left out */
  'columns-left-out',
  /** NUL characters, left out */
  'nul-characters',
  /** characters that nobody sees (zero-width blanks, marks of direction …), left out; no-break spaces became plain ones */
  'invisible-characters',
  /** NaN, Infinity and the like in JSON, which does not have them: read as blank */
  'no-numbers',
  /** cells of a numeric column that say only that nothing is known: 待定, —, N/A (column); `detail` has the first ones */
  'placeholders',
  /** texts with bytes that are invalid in the encoding, shown as � */
  'bad-bytes',
  /** areas or lines drawn as one point inside or on them */
  'areas-as-points',
  'lines-as-points',
  /** parts of multi-point features: the first point stands for all */
  'many-points-as-one',
  /** features of several areas or lines that are one row each, placed in the largest part; `detail` has the number of parts */
  'parts-as-one',
  /** cells that were merged: the value stands in each row of the merged block */
  'merged-cells',
  /** rows that the spreadsheet hides, read like the others; or left out because guess.leaveHidden said so */
  'hidden-rows',
  'hidden-left-out',
  /** columns that the spreadsheet hides, read like the others; `detail` has their names */
  'hidden-columns',
  /** formulas whose value is not stored in the file: blanks; `detail` has the names of their columns */
  'formulas-without-values',
  /** whole numbers with more digits than spreadsheets keep: the last ones are noughts */
  'digits-lost',
  /** further sheets or layers of the file that were not read; `detail` has their names */
  'sheets-left-out',
  /** parts of a Shapefile that are not there; `detail` has their endings */
  'parts-missing',
  /** links to documents that are not in the file, and were not fetched; `detail` has some */
  'links-left-out',
  /** positions brought from metres to degrees; `detail` has the id of their system (systems.ts) */
  'converted',
  /** the file names a system of metres, but these positions are degrees and were read as such; `detail` has its name */
  'projected',
  /** the file names a coordinate system that is not known here; `detail` has its name */
  'unknown-system',
  /** X is read as the northing and Y as the easting */
  'northing-as-x',
  /** degrees of an older geodetic system, read as they are; `detail` has its name */
  'older-degrees'
] as const;
export type RemarkCode = (typeof REMARKS)[number];
export type ImportRemark = Readonly<{ code: RemarkCode; count: number; column?: string; detail?: string }>;

/** A name that may mean several districts (adcodes), and the rows that were left out for it: the reader may choose one. */
export type Doubt = Readonly<{ name: string; candidates: readonly string[]; rows: number }>;

/** What is to be said of single rows, as bits of `flags`. */
export const FLAGS = {
  /** the point lies in another district than the row says */
  otherDistrict: 1,
  /** placed by a name that its district had earlier, by a development zone or by a town */
  readAs: 2,
  /** longitude and latitude were exchanged */
  exchanged: 4
} as const;

export type OwnTable = Readonly<{
  name: string;
  rows: number;
  /** 2 × rows: longitude, latitude, WGS 84 degrees */
  positions: Float64Array;
  /** index into PLACEMENTS */
  placement: Uint8Array;
  /** index into `counties` + 1; 0 = outside the region or not known (a row placed by its city only) */
  county: Uint16Array;
  /** adcodes */
  counties: readonly string[];
  /** without the columns that hold the coordinates */
  columns: readonly OwnColumn[];
  /** row number in the file, 1-based, header counted; in text files the line that the row starts on */
  line: Uint32Array;
  /** at most MOST_REJECTED; `rejectedCount` is exact */
  rejected: readonly Rejected[];
  rejectedCount: number;
  /** exact number of rows left out by each reason */
  rejectedBy: Readonly<Partial<Record<RejectReason, number>>>;
  remarks: readonly ImportRemark[];
  /** FLAGS by row; absent where no row has any */
  flags?: Uint8Array;
  /** absent where there are none */
  doubts?: readonly Doubt[];
}>;
/** Rejected rows that are kept with their text. */
export const MOST_REJECTED = 10_000;

const decoder = new TextDecoder();

/** Word `code` of a dictionary. */
export function wordAt({ bytes, offsets }: Dictionary, code: number): string {
  return decoder.decode(bytes.subarray(offsets[code] ?? 0, offsets[code + 1] ?? 0));
}
/** Number of words in a dictionary. */
export const wordCount = ({ offsets }: Dictionary): number => Math.max(0, offsets.length - 1);

/** All words of a dictionary, in the order of their codes. Cheap only where there are few. */
export function words(dictionary: Dictionary): string[] {
  return Array.from({ length: wordCount(dictionary) }, (_, code) => wordAt(dictionary, code));
}

/** A cell as text; '' where it is blank. */
export function textAt(column: OwnColumn, row: number): string {
  if (column.kind === 'text') return wordAt(column.dictionary, column.codes[row] ?? 0);
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? '' : String(value);
}
