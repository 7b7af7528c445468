import type { CodeKind } from './codes';
import type { DecimalSign } from './read-number';
import type { ImportRemark } from './table';

/*
 * What the importer takes a file for before it reads all of it. The reader sees it with a preview of rows and may change
 * roles, datum and the two switches; the importer then does as the guess says.
 */

export const FORMATS = ['csv', 'xlsx', 'xls', 'xlsb', 'ods', 'xml', 'html', 'geojson', 'kml', 'shapefile', 'parquet', 'survey'] as const;
export type Format = (typeof FORMATS)[number];
/** Formats whose tables are sheets. */
export const WORKBOOKS: ReadonlySet<Format> = new Set(['xlsx', 'xls', 'xlsb', 'ods', 'xml', 'html']);
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Datums of Chinese maps: GPS; 高德, 腾讯 and most official web maps; 百度. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

export const COLUMN_ROLES = [
  'lon',
  'lat',
  /** both in one cell: “120.1,30.2”, or “30.2,120.1” */
  'lonlat',
  'latlon',
  /** well-known text, its binary form or GeoJSON in a cell */
  'geometry',
  'adcode',
  'province',
  'city',
  'district',
  /** a text with the district somewhere in it */
  'address',
  /** name of a place of the gazetteer, e.g. a park */
  'place',
  'name',
  'number',
  'date',
  'text',
  'skip'
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
/** Roles whose columns hold coordinates. */
export const COORDINATE_ROLES: ReadonlySet<ColumnRole> = new Set(['lon', 'lat', 'lonlat', 'latlon', 'geometry']);
/** Roles whose words name units or places. */
export const NAMING_ROLES: ReadonlySet<ColumnRole> = new Set(['adcode', 'province', 'city', 'district', 'address', 'place']);

/** Why a column is taken for what it is taken for. */
export const GUESS_REASONS = ['header', 'header-and-values', 'values', 'values-exchanged', 'code', 'blank', 'rest', 'reader'] as const;
export type GuessReason = (typeof GUESS_REASONS)[number];
/**
 * `confidence` 0–1 is ours: 0.9 and more where header and values agree. `share` (0–1) of the filled cells looked at are what the role asks
 * for; of coordinates, those that lie in the region if they are of `datum` (in metres: of the plane system). `code` is the kind of code that the column holds.
 */
export type GuessBasis = Readonly<{ confidence: number; reason: GuessReason; share?: number; datum?: Datum; code?: CodeKind }>;

/** Fewest points with a stated district that a hint is given from. */
export const FEWEST_HINTED = 20;

/**
 * Share (0–1) of the sampled points with a stated district that lie in it, if the coordinates were of each datum.
 * `best` is set only where one is clearly ahead: datums differ by some 500 m, which only points near borders can tell.
 */
export type DatumHint = Readonly<{ shares: Readonly<Record<Datum, number>>; points: number; best?: Datum }>;

/** A plane system that the sampled positions can be of: the shares (0–1) that it puts into a district of the region, and into the one stated. */
export type SystemCandidate = Readonly<{ id: string; region: number; stated?: number }>;
/** `points` sampled positions in metres, `stated` of them with a district; candidates surest first. `declared` is what the file names. */
export type SystemHint = Readonly<{ candidates: readonly SystemCandidate[]; points: number; stated: number; declared?: string }>;
/**
 * A sheet of a workbook, a table of a web page, or a table in an archive. `rows` below the header, may be an estimate; `agrees`: its columns are those of the
 * one that is read, so that both can be read as one.
 */
export type SheetInfo = Readonly<{ name: string; rows: number; columns: number; hidden: boolean; agrees: boolean }>;

export type ImportGuess = Readonly<{
  format: Format;
  /** text formats only */
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** the character before decimals; only where cells hold commas that can be read so or so */
  decimalSign?: DecimalSign;
  /** workbooks and archives only: the sheet that is read and all that can be (guess again with `sheet` to change) */
  sheet?: string;
  sheets?: readonly SheetInfo[];
  /** further sheets, with the same columns, that are read behind it; their names then are a column of their own, called `sheetColumn` */
  alsoSheets?: readonly string[];
  sheetColumn?: string;
  /** columns that the spreadsheet hides, from 0: read like any other */
  hiddenColumns?: readonly number[];
  /** leave out the rows that the spreadsheet hides, by filter or by hand */
  leaveHidden?: boolean;
  /** rows of the sample that are totals of others */
  totals?: number;
  /** read rows of totals like any other: their figures are counted twice */
  keepTotals?: boolean;
  /** what stands above the header: title, unit, notes */
  titles?: readonly string[];
  /** what the reader should know before the rows are read; counts are those of the sample */
  remarks?: readonly ImportRemark[];
  /** rows of the file that come before the first data row: titles and header; 0 = no header */
  headerRows: number;
  /** geometry comes with the rows (GeoJSON, KML, Shapefile, GeoParquet): no column needs to hold coordinates */
  geometry: boolean;
  /** one name per column, never empty: blank ones are numbered */
  header: readonly string[];
  /** at most 20 rows, cells as text */
  sample: readonly (readonly string[])[];
  /** roles and their reasons, one per column of `header` */
  columns: readonly ColumnRole[];
  reasons: readonly GuessBasis[];
  datum: Datum;
  datumHint?: DatumHint;
  /** the plane system (an id of systems.ts) that positions in metres are of; degrees need none */
  system?: string;
  systemHint?: SystemHint;
  /** positions of geometry have latitude, or northing, first throughout */
  latFirst?: boolean;
  /** longitude and latitude stand in each other's column throughout the sample: `columns` has them right already */
  exchanged: boolean;
  /** exchange longitude and latitude in single rows that can only be meant so; false: they are rejected as 'swapped' */
  exchangeSwapped: boolean;
  /** what the reader says of names that may mean several districts: the adcode by the name as it is written */
  choices?: Readonly<Record<string, string>>;
  /** data rows by extrapolation from the sample, for progress and memory; exact where the format says */
  rowsExpected: number;
}>;
