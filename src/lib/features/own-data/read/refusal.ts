/** Why a whole file is not read. */
export const REFUSALS = [
  'empty',
  /** a header and no rows */
  'header-only',
  /** `limit` bytes; larger files are for the offline build of tiles */
  'too-large',
  /** an archive that unpacks to more than `limit` bytes, or by a factor that no real file has */
  'zip-bomb',
  /** `count` values, or rows, are said to stand in `size` bytes, which cannot hold them */
  'overstated',
  /** not one row of less than a megabyte: no table */
  'long-rows',
  /** a web page, whatever its name says: often an error page or a login page saved by mistake */
  'html',
  'binary',
  /** named like a known format, but broken */
  'broken',
  /** old .xls, .doc, .rar …: `detail` has the name of the format */
  'unsupported',
  /** a format with geometry, but no geometry in it */
  'no-geometry',
  /** KML that holds nothing itself and only leads to addresses elsewhere */
  'only-links',
  /** a project that a later version of the site has saved */
  'project-newer',
  /** a project whose tables were changed after it was saved: spreadsheets change digits in silence */
  'project-changed',
  /** a project that is not whole */
  'project-damaged'
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A file that cannot be read at all. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  constructor(
    readonly reason: Refusal,
    readonly detail: Readonly<{ limit?: number; size?: number; count?: number; text?: string }> = {}
  ) {
    super(reason);
  }
}

/** Largest file that is read, bytes. Beyond it the offline build of tiles is the way: `npm run tiles`. */
export const MOST_BYTES = 512 * 1024 * 1024;
