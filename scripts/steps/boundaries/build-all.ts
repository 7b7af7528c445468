import type { Levelled } from '../../boundaries';
import { countUnits, readProvinceFigures, ringFaults } from './whole-province';
import type { Region } from './region';

/** What a province's geometry is like, beside what is published of it. */
type ProvinceReport = Readonly<{
  adcode: string;
  nameZh: string;
  prefectures: number;
  counties: number;
  /** units of both levels among them */
  undivided: number;
  areaKm2: number;
  /** of the area here from the published one, per cent */
  deviation: number;
  /** share of the area that is covered twice or not at all */
  faults: number;
  /** what is wrong, a line each; nothing where all is well */
  complaints: readonly string[];
}>;

/** An area further from the published one than this needs a reason, per cent. */
const FAR = 3;

/** Builds a province and holds it against its published figures. @param build all of it, or its levels only */
export async function reportProvince(region: Region, build: (region: Region) => Promise<Levelled>): Promise<ProvinceReport> {
  const { zh: nameZh } = region.provinceName;
  const adcode = region.provinceAdcode;
  const set = await build(region);
  const counted = countUnits(set.prefectures, set.counties, nameZh);
  const areaKm2 = set.province.features[0]?.properties.areaKm2 ?? 0;
  const { gapKm2, overlapKm2, unionKm2 } = set.faults.published;
  const told = readProvinceFigures().get(adcode);
  const deviation = told ? (100 * areaKm2) / told.areaKm2 - 100 : NaN;
  const absent = set.vintage.notDrawn;
  const codes = set.counties.features.map(({ properties }) => properties.adcode);
  return {
    adcode,
    nameZh,
    ...counted,
    areaKm2,
    deviation,
    faults: (gapKm2 + overlapKm2) / unionKm2,
    complaints: [
      ...(told ? [] : ['no published figures']),
      ...(told && told.prefectures !== counted.prefectures ? [`${counted.prefectures} prefectures, not ${told.prefectures}`] : []),
      ...(told && told.counties + (told.old - absent.length) !== counted.counties
        ? [`${counted.counties} counties, not ${told.counties}, of which ${absent.length} are not drawn and ${told.old} old ones stand instead`]
        : []),
      ...(told && Math.abs(deviation) > FAR !== (told.why !== '')
        ? [`area ${deviation.toFixed(1)}% off, and the reason ${told.why ? 'says more' : 'is not given'}`]
        : []),
      ...codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `${code} is there twice`),
      ...[set.province, set.prefectures, set.counties].flatMap(ringFaults)
    ]
  };
}

/** A line of the table: code, name, prefectures, counties, both in one, km², deviation from the published area, uncovered or covered twice. */
export const reportLine = ({ adcode, nameZh, prefectures, counties, undivided, areaKm2, deviation, faults }: ProvinceReport): string =>
  [
    `${adcode} ${nameZh}`.padEnd(16, '　'),
    `${prefectures} prefectures`.padStart(14),
    `${counties} counties`.padStart(13),
    `${undivided} of both`.padStart(11),
    `${Math.round(areaKm2)} km²`.padStart(12),
    `${deviation.toFixed(2)}%`.padStart(8),
    `faults ${faults.toExponential(1)}`
  ].join('  ');
