import type { ColumnRole, Datum, Format } from '../table/guess';
import type { ImportRemark, OwnTable, Placement, RejectReason } from '../table/table';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';
import { accuracyText, geodeticText, systemText } from './system-text';

/* What the page of own data says, in the reader's words: every closed list of the importer has a text for each entry. */

const ROLES: Readonly<Record<ColumnRole, () => string>> = {
  lon: m.own_data_role_lon,
  lat: m.own_data_role_lat,
  lonlat: m.own_data_role_lonlat,
  latlon: m.own_data_role_latlon,
  geometry: m.own_data_role_geometry,
  adcode: m.own_data_role_adcode,
  province: m.own_data_role_province,
  city: m.own_data_role_city,
  district: m.own_data_role_district,
  address: m.own_data_role_address,
  place: m.own_data_role_place,
  name: m.own_data_role_name,
  number: m.own_data_role_number,
  date: m.own_data_role_date,
  text: m.own_data_role_text,
  skip: m.own_data_role_skip
};
export const roleText = (role: ColumnRole): string => ROLES[role]();

const DATUM_NAMES: Readonly<Record<Datum, () => string>> = { wgs84: m.own_data_datum_wgs84, gcj02: m.own_data_datum_gcj02, bd09: m.own_data_datum_bd09 };
export const datumText = (datum: Datum): string => DATUM_NAMES[datum]();

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  csv: 'CSV / TSV',
  xlsx: 'XLSX',
  xls: 'XLS',
  xlsb: 'XLSB',
  ods: 'ODS',
  xml: 'XML (Excel 2003)',
  html: 'HTML',
  geojson: 'GeoJSON',
  kml: 'KML',
  shapefile: 'Shapefile',
  parquet: 'Parquet',
  survey: 'TXT / DAT'
};
export const formatName = (format: Format): string => FORMAT_NAMES[format];

const REASONS: Readonly<Record<RejectReason, () => string>> = {
  'no-place': m.own_data_reject_no_place,
  'bad-coordinate': m.own_data_reject_bad_coordinate,
  'half-coordinate': m.own_data_reject_half_coordinate,
  'out-of-range': m.own_data_reject_out_of_range,
  swapped: m.own_data_reject_swapped,
  'zero-zero': m.own_data_reject_zero_zero,
  'unknown-name': m.own_data_reject_unknown_name,
  'ambiguous-name': m.own_data_reject_ambiguous_name,
  'abolished-unit': m.own_data_reject_abolished_unit,
  elsewhere: m.own_data_reject_elsewhere,
  'whole-region': m.own_data_reject_whole_region,
  'total-row': m.own_data_reject_total_row,
  'note-row': m.own_data_reject_note_row,
  'too-many-cells': m.own_data_reject_too_many_cells,
  'stray-quote': m.own_data_reject_stray_quote,
  'row-too-long': m.own_data_reject_row_too_long,
  'no-geometry': m.own_data_reject_no_geometry
};
export const rejectText = (reason: RejectReason): string => REASONS[reason]();

/** What else the importer noticed; the column and further names where they are known. */
export function remarkText({ code, count, column = '', detail = '' }: ImportRemark): string {
  const given = { count: formatNumber(count), column, detail };
  switch (code) {
    case 'outside-region':
      return m.own_data_remark_outside_region(given);
    case 'rows-swapped':
      return m.own_data_remark_rows_swapped(given);
    case 'rows-exchanged':
      return m.own_data_remark_rows_exchanged(given);
    case 'zero-zero':
      return m.own_data_remark_zero_zero(given);
    case 'no-geometry-by-name':
      return m.own_data_remark_no_geometry_by_name(given);
    case 'district-mismatch':
      return m.own_data_remark_district_mismatch(given);
    case 'abolished-unit':
      return m.own_data_remark_abolished_unit(given);
    case 'read-as':
      return m.own_data_remark_read_as(given);
    case 'short-rows':
      return m.own_data_remark_short_rows(given);
    case 'not-a-number':
      return m.own_data_remark_not_a_number(given);
    case 'numbers-tidied':
      return m.own_data_remark_numbers_tidied(given);
    case 'day-numbers':
      return m.own_data_remark_day_numbers(given);
    case 'columns-left-out':
      return m.own_data_remark_columns_left_out(given);
    case 'nul-characters':
      return m.own_data_remark_nul_characters(given);
    case 'invisible-characters':
      return m.own_data_remark_invisible_characters(given);
    case 'no-numbers':
      return m.own_data_remark_no_numbers(given);
    case 'codes-as-numbers':
      return m.own_data_remark_codes_as_numbers(given);
    case 'placeholders':
      return m.own_data_remark_placeholders(given);
    case 'bad-bytes':
      return m.own_data_remark_bad_bytes(given);
    case 'areas-as-points':
      return m.own_data_remark_areas_as_points(given);
    case 'lines-as-points':
      return m.own_data_remark_lines_as_points(given);
    case 'many-points-as-one':
      return m.own_data_remark_many_points_as_one(given);
    case 'parts-as-one':
      return m.own_data_remark_parts_as_one({ ...given, detail: formatNumber(Number(detail)) });
    case 'merged-cells':
      return m.own_data_remark_merged_cells(given);
    case 'hidden-rows':
      return m.own_data_remark_hidden_rows(given);
    case 'hidden-left-out':
      return m.own_data_remark_hidden_left_out(given);
    case 'hidden-columns':
      return m.own_data_remark_hidden_columns(given);
    case 'formulas-without-values':
      return m.own_data_remark_formulas_without_values(given);
    case 'digits-lost':
      return m.own_data_remark_digits_lost(given);
    case 'sheets-left-out':
      return m.own_data_remark_sheets_left_out(given);
    case 'parts-missing':
      return m.own_data_remark_parts_missing(given);
    case 'links-left-out':
      return m.own_data_remark_links_left_out(given);
    case 'converted':
      return m.own_data_remark_converted({ ...given, system: systemText(detail), accuracy: accuracyText(detail) });
    case 'projected':
      return m.own_data_remark_projected({ ...given, detail: systemText(detail) });
    case 'unknown-system':
      return m.own_data_remark_unknown_system(given);
    case 'northing-as-x':
      return m.own_data_remark_northing_as_x();
    case 'older-degrees':
      return m.own_data_remark_older_degrees({ ...given, detail: geodeticText(detail) });
  }
}

/** Bytes in the unit that suits them. */
export function bytesText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${formatNumber(value, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

const PLACED: Readonly<Record<Placement, () => string>> = {
  point: m.own_data_placed_point,
  place: m.own_data_placed_place,
  county: m.own_data_placed_county,
  prefecture: m.own_data_placed_prefecture,
  address: m.own_data_placed_address
};
export const placementText = (placement: Placement): string => PLACED[placement]();

/** Names of a table's columns of numbers, by column number. */
export const numberColumns = (table: OwnTable): { index: number; name: string }[] =>
  table.columns.flatMap(({ kind, name }, index) => (kind === 'number' ? [{ index, name }] : []));
