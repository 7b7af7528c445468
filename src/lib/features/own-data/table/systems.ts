/*
 * Plane coordinate systems that offices in China hand out positions in, by their EPSG codes, and how files name them: codes, URNs,
 * well-known text of either age, PROJ strings, words. Codes after the EPSG data set; degrees come of them in `projection.ts`.
 */

/** CGCS2000 and WGS 84 differ by centimetres; the two older ones by some 50 to 150 m, which no formula without local points mends. */
export type Geodetic = 'cgcs2000' | 'xian80' | 'beijing54' | 'wgs84';

/** What a code stands for. `zoned`: the zone's number stands before the easting (40 506 551 m). */
export type PlaneSystem =
  | Readonly<{ kind: 'gauss'; geodetic: Exclude<Geodetic, 'wgs84'>; width: 3 | 6; meridian: number; zoned: boolean }>
  | Readonly<{ kind: 'utm'; zone: number }>
  | Readonly<{ kind: 'web-mercator' }>
  | Readonly<{ kind: 'baidu-mercator' }>;

/** What a file says of its system: degrees, a plane system by its id, or a name that is not known here. */
export type Declared =
  Readonly<{ kind: 'degrees'; geodetic: Geodetic }> | Readonly<{ kind: 'plane'; id: string }> | Readonly<{ kind: 'unknown'; name: string }>;

/** Baidu's metres have no code. */
export const BAIDU_METRES = 'BD09MC';

type Series = Readonly<{ first: number; geodetic: Exclude<Geodetic, 'wgs84'>; width: 3 | 6; zoned: boolean }>;
/** Runs of codes, each from central meridian 75° to 135°: 21 zones of 3° from number 25, 11 zones of 6° from number 13. */
const GAUSS: readonly Series[] = [
  { first: 4513, geodetic: 'cgcs2000', width: 3, zoned: true },
  { first: 4534, geodetic: 'cgcs2000', width: 3, zoned: false },
  { first: 4491, geodetic: 'cgcs2000', width: 6, zoned: true },
  { first: 4502, geodetic: 'cgcs2000', width: 6, zoned: false },
  { first: 2349, geodetic: 'xian80', width: 3, zoned: true },
  { first: 2370, geodetic: 'xian80', width: 3, zoned: false },
  { first: 2327, geodetic: 'xian80', width: 6, zoned: true },
  { first: 2338, geodetic: 'xian80', width: 6, zoned: false },
  { first: 2401, geodetic: 'beijing54', width: 3, zoned: true },
  { first: 2422, geodetic: 'beijing54', width: 3, zoned: false },
  { first: 21413, geodetic: 'beijing54', width: 6, zoned: true },
  { first: 21453, geodetic: 'beijing54', width: 6, zoned: false }
];
const FIRST_MERIDIAN = 75;
const LAST_MERIDIAN = 135;
const WEB_MERCATOR = new Set([3857, 3785, 900913, 102100, 102113]);
const DEGREES: Readonly<Record<number, Geodetic>> = {
  4326: 'wgs84',
  4979: 'wgs84',
  4490: 'cgcs2000',
  4480: 'cgcs2000',
  4610: 'xian80',
  4214: 'beijing54',
  4555: 'beijing54'
};

/** Central meridian of a zone by its number: 13 to 23 are 6° wide, 25 to 45 are 3° wide; undefined for others. */
export const meridianOfZone = (zone: number): number | undefined => (zone >= 25 && zone <= 45 ? 3 * zone : zone >= 13 && zone <= 23 ? 6 * zone - 3 : undefined);

/** The code of a Gauss–Krüger system; undefined where there is none. */
export function gaussId(geodetic: Geodetic, meridian: number, width: 3 | 6 = 3, zoned = false): string | undefined {
  const series = GAUSS.find((one) => one.geodetic === (geodetic === 'wgs84' ? 'cgcs2000' : geodetic) && one.width === width && one.zoned === zoned);
  const step = (meridian - FIRST_MERIDIAN) / width;
  return series && Number.isInteger(step) && meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN ? `EPSG:${series.first + step}` : undefined;
}

/** The code of a zone of UTM, north of the equator. */
export const utmId = (zone: number): string => `EPSG:${32600 + zone}`;

/** What an id of this file's making stands for; undefined for definitions written out. */
export function planeSystem(id: string): PlaneSystem | undefined {
  if (id === BAIDU_METRES) return { kind: 'baidu-mercator' };
  const code = Number(/^EPSG:(\d+)$/.exec(id)?.[1]);
  if (WEB_MERCATOR.has(code)) return { kind: 'web-mercator' };
  if (code > 32600 && code <= 32660) return { kind: 'utm', zone: code - 32600 };
  for (const { first, geodetic, width, zoned } of GAUSS) {
    const meridian = FIRST_MERIDIAN + width * (code - first);
    if (code >= first && meridian <= LAST_MERIDIAN) return { kind: 'gauss', geodetic, width, meridian, zoned };
  }
  return undefined;
}

/**
 * Whether positions may be of a web map's datum: degrees, and the metres of web maps. The other systems have a datum of their own.
 * @param system undefined: degrees
 */
export const hasChoiceOfDatum = (system: string | undefined): boolean => system === undefined || planeSystem(system)?.kind === 'web-mercator';

function byCode(code: number): Declared | undefined {
  const geodetic = DEGREES[code];
  if (geodetic) return { kind: 'degrees', geodetic };
  if (WEB_MERCATOR.has(code)) return { kind: 'plane', id: 'EPSG:3857' };
  return planeSystem(`EPSG:${code}`) ? { kind: 'plane', id: `EPSG:${code}` } : undefined;
}

/** The geodetic system that a text speaks of. */
export function geodeticOf(text: string): Geodetic | undefined {
  if (/cgcs[ _]?2000|china[ _]?(?:geodetic|2000)|国家2000|2000国家|大地2000|2000坐标/i.test(text)) return 'cgcs2000';
  if (/xi['’]?an[ _]?(?:19)?80|西安[ _]?(?:19)?80|1980西安/i.test(text)) return 'xian80';
  if (/beijing[ _]?(?:19)?54|北京[ _]?(?:19)?54|1954北京|krassovsk|krasovsk|\+ellps=krass/i.test(text)) return 'beijing54';
  return /wgs[ _]?(?:19)?84|\+datum=wgs84|\+ellps=wgs84/i.test(text) ? 'wgs84' : undefined;
}

/** The name that a definition gives itself, for showing; of a PROJ string its beginning. */
export const definitionName = (definition: string): string => (/"([^"]+)"/.exec(definition)?.[1] ?? definition).slice(0, 100);

/** A Gauss–Krüger, UTM or Web Mercator definition written out, as one of the codes. */
function codeOfDefinition(text: string): string | undefined {
  if (/web[ _]mercator|pseudo-mercator|popular visualisation/i.test(text)) return 'EPSG:3857';
  if (!/transverse[ _]mercator|gauss[ _-]?kr|\+proj=(?:tmerc|gauss|utm)/i.test(text)) return undefined;
  const zone = /\+proj=utm\s.*\+zone=(\d+)/.exec(text)?.[1];
  if (zone) return utmId(Number(zone));
  const number = (pattern: string, otherwise: number) => Number(new RegExp(`(?:${pattern})"?\\s*[,=]\\s*(-?[\\d.]+)`, 'i').exec(text)?.[1] ?? otherwise);
  const meridian = number('central[ _]meridian|longitude of (?:natural |false )?origin|longitude_of_center|\\+lon_0', NaN);
  const east = number('false[ _]easting|\\+x_0', 0);
  const scale = number('scale[ _]factor(?: at natural origin)?|\\+k(?:_0)?', 1);
  if (number('latitude[ _]of[ _](?:natural )?origin|\\+lat_0', 0) !== 0 || number('false[ _]northing|\\+y_0', 0) !== 0) return undefined;
  if (scale === 0.9996 && east === 500_000) return utmId((meridian + 183) / 6);
  const geodetic = geodeticOf(text);
  if (scale !== 1 || !geodetic) return undefined;
  if (east === 500_000) return gaussId(geodetic, meridian);
  const before = (east - 500_000) / 1e6;
  return meridianOfZone(before) === meridian ? gaussId(geodetic, meridian, before >= 25 ? 3 : 6, true) : undefined;
}

/** What a file's words for its system mean: “EPSG:4549”, a URN or address, a code alone, well-known text, a PROJ string. */
export function readSystem(text: string): Declared {
  const name = text.trim();
  if (/crs:?84/i.test(name) && name.length < 100) return { kind: 'degrees', geodetic: 'wgs84' };
  const code =
    /^(?:urn:(?:x-)?ogc:def:crs:)?(?:epsg|esri)[:/]+(?:[\d.]*[:/])?(\d{4,6})$/i.exec(name)?.[1] ??
    /\/(?:epsg|esri)\/[\d.]+\/(\d{4,6})$/i.exec(name)?.[1] ??
    /^(\d{4,6})$/.exec(name)?.[1];
  if (code) return byCode(Number(code)) ?? { kind: 'unknown', name };
  const plane = /PROJC(?:S|RS)\s*\[|PROJECTEDCRS\s*\[|\+proj=(?!longlat|latlong)/i.exec(name);
  if (!plane && /GEOG(?:CS|CRS)\s*\[|GEOD(?:ETIC)?CRS\s*\[|\+proj=(?:longlat|latlong)/i.test(name))
    return { kind: 'degrees', geodetic: geodeticOf(name) ?? 'wgs84' };
  if (!plane) return { kind: 'unknown', name: definitionName(name) };
  const definition = name.slice(plane.index);
  const own = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(definition)?.[1];
  const known = own ? byCode(Number(own)) : undefined;
  // China's usual projection under the name that proj4 knows it by
  return known ?? { kind: 'plane', id: codeOfDefinition(definition) ?? definition.replace(/(PROJECTION\[")Gauss[ _-]?Kr[uü]ger/i, '$1Transverse_Mercator') };
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** As `readSystem`, of PROJJSON (GeoParquet): by its code, else by the parameters of a transverse Mercator. */
export function readProjjson(crs: unknown): Declared {
  if (!isObject(crs)) return { kind: 'degrees', geodetic: 'wgs84' };
  const id = isObject(crs.id) ? crs.id : Array.isArray(crs.ids) && isObject(crs.ids[0]) ? crs.ids[0] : undefined;
  const name = String(crs.name ?? '');
  const coded = id ? readSystem(String(id.authority) === 'OGC' ? String(id.code) : `EPSG:${String(id.code)}`) : undefined;
  if (coded && coded.kind !== 'unknown') return coded;
  if (crs.type === 'GeographicCRS') return { kind: 'degrees', geodetic: geodeticOf(JSON.stringify(crs)) ?? 'wgs84' };
  const conversion = isObject(crs.conversion) ? crs.conversion : {};
  const parameters = Array.isArray(conversion.parameters) ? conversion.parameters.filter(isObject) : [];
  const written = parameters.map((one) => `"${String(one.name)}",${String(one.value)}`).join(' ');
  const method = isObject(conversion.method) ? String(conversion.method.name) : '';
  const found = codeOfDefinition(`${name} ${JSON.stringify(crs.base_crs ?? '')} ${method} ${written}`);
  return found ? { kind: 'plane', id: found } : { kind: 'unknown', name: name || 'PROJJSON' };
}

/** What the words around a table say: a code, a geodetic system, a central meridian or a zone's number; `utm` without its zone. */
export type SystemWords = Readonly<{ id?: string; geodetic?: Geodetic; meridian?: number; utm?: true }>;
export function systemWords(text: string): SystemWords {
  const coded = /epsg[:：\s]*(\d{4,5})/i.exec(text)?.[1];
  const utm = /(?:^|[^a-z])utm(?![a-z])(?:\D{0,8}?(4[3-9]|5[0-3])(?!\d))?/i.exec(text);
  const declared = coded ? byCode(Number(coded)) : utm?.[1] ? byCode(32600 + Number(utm[1])) : undefined;
  const geodetic = geodeticOf(text);
  const meridian = /中央(?:子午线|经线)\D{0,4}(\d{2,3})(?!\d)/.exec(text)?.[1];
  const zone = /带号\D{0,3}(\d{2})(?!\d)|第?(\d{2})带/.exec(text);
  const central = meridian ? Number(meridian) : zone ? meridianOfZone(Number(zone[1] ?? zone[2])) : undefined;
  return {
    ...(declared?.kind === 'plane' ? { id: declared.id } : {}),
    ...(utm && !utm[1] ? { utm: true as const } : {}),
    ...(geodetic ? { geodetic } : {}),
    ...(central === undefined ? {} : { meridian: central })
  };
}
