import { definitionName, geodeticOf, planeSystem } from '../table/systems';
import type { Geodetic } from '../table/systems';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';

/* Names of plane systems and how exact they are, in the reader's words. */

const GEODETIC: Readonly<Record<Geodetic, () => string>> = {
  cgcs2000: () => 'CGCS2000',
  wgs84: () => 'WGS 84',
  xian80: m.own_data_xian80,
  beijing54: m.own_data_beijing54
};
/** Name of a geodetic system. */
export const geodeticText = (name: string): string => (name in GEODETIC ? GEODETIC[name as Geodetic]() : name);

/** A plane system by its id: geodetic system, belt, central meridian. */
export function systemText(id: string): string {
  const system = planeSystem(id);
  switch (system?.kind) {
    case 'gauss': {
      const given = { geodetic: geodeticText(system.geodetic), width: formatNumber(system.width), meridian: formatNumber(system.meridian) };
      const zone = formatNumber(system.width === 3 ? system.meridian / 3 : (system.meridian + 3) / 6);
      return system.zoned ? m.own_data_system_gauss_zone({ ...given, zone }) : m.own_data_system_gauss(given);
    }
    case 'utm':
      return m.own_data_system_utm({ zone: formatNumber(system.zone) });
    case 'web-mercator':
      return m.own_data_system_web();
    case 'baidu-mercator':
      return m.own_data_system_baidu();
    case undefined:
      return definitionName(id);
  }
}

/** How exact the conversion from a plane system is; '' where it is as exact as the numbers. */
export function accuracyText(id: string): string {
  const system = planeSystem(id);
  const geodetic = system?.kind === 'gauss' ? system.geodetic : geodeticOf(id);
  return geodetic === 'xian80' || geodetic === 'beijing54' ? m.own_data_system_unshifted({ geodetic: geodeticText(geodetic) }) : '';
}
