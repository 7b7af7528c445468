/*
 * Names beside those of the units: what readers' tables call places. `boundaries/former.json` and `boundaries/names.json`,
 * for pages only; no fact hangs on them.
 */

/**
 * A name that a unit had until `year`; `now` is the adcode of the unit that goes on with it, absent where none plainly does.
 * `also` are others that parts of its area went to.
 */
export type FormerUnit = Readonly<{ name: string; adcode: string; year: number; now?: string; also?: readonly string[] }>;

/** Towns and subdistricts that went from one unit to another, with blanks between their names, without 街道, 镇 or 乡. */
export type MovedTowns = Readonly<{ from: string; to: string; towns: string }>;

/** Units of another province that tables name; `counties` with blanks between them. */
export type ElsewhereProvince = Readonly<{
  zh: string;
  en: string;
  cities: readonly Readonly<{ zh: string; en: string; counties: string }>[];
  /** names of earlier and of later years, whatever their rank, with blanks between them */
  more: string;
}>;

export type OtherNames = Readonly<{
  /** towns and subdistricts by adcode of their county, with blanks between them */
  towns: Readonly<Record<string, string>>;
  moved: readonly MovedTowns[];
  /** development zones and new areas: in one unit, or in several */
  zones: readonly Readonly<{ name: string; units: readonly string[] }>[];
  elsewhere: readonly ElsewhereProvince[];
}>;

/** Nothing known but the units. */
export const NO_OTHER_NAMES: OtherNames = { towns: {}, moved: [], zones: [], elsewhere: [] };
