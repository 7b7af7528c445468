import type { CodeKind } from '../table/codes';
import type { ColumnRole, GuessBasis } from '../table/guess';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';
import { datumText } from './text';

/* Why a column was taken for what it is taken for, in a few words; nothing where there is nothing to doubt. */

const CODES: Readonly<Record<CodeKind, () => string>> = {
  'credit-code': m.own_data_why_credit_code,
  parcel: m.own_data_why_parcel,
  citizen: m.own_data_why_citizen,
  phone: m.own_data_why_phone,
  long: m.own_data_why_long,
  noughts: m.own_data_why_noughts,
  version: m.own_data_why_version
};

// rounded down: 99.6% is not all
const percent = (share: number) => formatNumber(Math.floor(share * 100) / 100, { style: 'percent' });

/** The reason for a role. `region` is the region's name in the page's language. */
export function whyText(role: ColumnRole, { reason, share, datum, code }: GuessBasis, region: string): string {
  if (reason === 'blank') return m.own_data_why_blank();
  if (reason === 'code' && code) return CODES[code]();
  if (share === undefined) return '';
  const given = { share: percent(share), region };
  switch (role) {
    case 'lon':
    case 'lat':
    case 'lonlat':
    case 'latlon':
    case 'geometry':
      return datum ? m.own_data_why_within({ ...given, datum: datumText(datum).replace(/\s*[（(].*/, '') }) : m.own_data_why_inside(given);
    case 'adcode':
    case 'province':
    case 'city':
    case 'district':
    case 'address':
    case 'place':
      return m.own_data_why_known(given);
    case 'number':
      return share < 1 ? m.own_data_why_numbers(given) : '';
    case 'name':
    case 'date':
    case 'text':
    case 'skip':
      return '';
  }
}
