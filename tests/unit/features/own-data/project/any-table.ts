import fc from 'fast-check';
import { FLAGS, PLACEMENTS, REJECT_REASONS, REMARKS, textAt } from '#lib/features/own-data/table/table';
import type { OwnColumn, OwnTable, TextColumn } from '#lib/features/own-data/table/table';
import { writeProject } from '#lib/features/own-data/project/write-project';
import type { Project } from '#lib/features/own-data/project/write-project';
import { citiesAt } from '#lib/features/own-data/table/cities-at';
import type { ProjectWords } from '#lib/features/own-data/project/format';
import { context, region } from '../read/small-region';

/* Tables with anything in them that a table can have, and projects of them. */

export const WORDS: ProjectWords = {
  readme: '说明 / README',
  line: '行号',
  district: '区划代码',
  lon: '经度',
  lat: '纬度',
  placed: '定位方式',
  remark: '备注',
  reason: '原因',
  why: (reason) => `因为，“${reason}”`,
  text: '内容',
  leftOut: '未读入'
};

/** Texts that CSV, spreadsheets and file names have trouble with. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    "'",
    "''=1",
    '=1+1',
    '＝1',
    '-5',
    "'-5",
    '\ufeff',
    '\t',
    '\r\n',
    '\n',
    '"',
    '""',
    ',',
    'a,"b"\r\nc',
    '007',
    '91330100799655058B',
    'NaN',
    '杭州',
    '\0'
  )
);

export function textColumn(name: string, cells: readonly string[]): TextColumn {
  const words = cells.map((cell) => new TextEncoder().encode(cell));
  const offsets = new Uint32Array(words.length + 1);
  words.forEach((word, i) => (offsets[i + 1] = (offsets[i] ?? 0) + word.length));
  const bytes = new Uint8Array(words.flatMap((word) => [...word]));
  return { name, kind: 'text', codes: Uint32Array.from(words, (_, i) => i), dictionary: { bytes, offsets, distinct: false } };
}

const units = context.units;
const labelled = (level: string) => units.filter((unit) => unit.level === level);
/** Where a row is: anywhere, or where the district, city or place that it was placed by is drawn. */
const where = fc.oneof(
  fc
    .record({ lon: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }) })
    .map((at) => ({ ...at, placement: 'point', adcode: '' })),
  fc
    .record({ lon: fc.double({ min: 120, max: 120.8, noNaN: true }), lat: fc.double({ min: 30.1, max: 30.5, noNaN: true }) })
    .map((at) => ({ ...at, placement: 'point', adcode: '' })),
  fc
    .constantFrom(...labelled('county'))
    .chain(({ adcode, label: [lon, lat] }) => fc.constantFrom('county', 'address').map((placement) => ({ lon, lat, placement, adcode }))),
  fc.constantFrom(...labelled('prefecture')).map(({ adcode, label: [lon, lat] }) => ({ lon, lat, placement: 'prefecture', adcode })),
  fc.constantFrom({ lon: 120.34, lat: 30.33, placement: 'place', adcode: '330114' }, { lon: NaN, lat: NaN, placement: 'place', adcode: '330106' })
);
const count = fc.nat({ max: 1e6 });
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, -0, Infinity, -Infinity, 0.1, 5e-324, 1e21));

const table: fc.Arbitrary<OwnTable> = fc.nat({ max: 8 }).chain((rows) => {
  const column: fc.Arbitrary<OwnColumn> = fc.oneof(
    fc
      .record({ name: text, values: fc.array(number, { minLength: rows, maxLength: rows }) })
      .map(({ name, values }) => ({ name, kind: 'number' as const, values: Float64Array.from(values) })),
    fc.record({ name: text, cells: fc.array(text, { minLength: rows, maxLength: rows }) }).map(({ name, cells }) => textColumn(name, cells))
  );
  return fc
    .record({
      name: text,
      wheres: fc.array(where, { minLength: rows, maxLength: rows }),
      columns: fc.array(column, { maxLength: 5 }),
      line: fc.array(fc.nat({ max: 0xffffffff }), { minLength: rows, maxLength: rows }),
      flags: fc.option(fc.array(fc.nat({ max: Object.values(FLAGS).reduce((a, b) => a | b, 0) }), { minLength: rows, maxLength: rows })),
      rejected: fc.array(fc.record({ line: fc.nat(), reason: fc.constantFrom(...REJECT_REASONS), text }), { maxLength: 4 }),
      rejectedCount: count,
      rejectedBy: fc.dictionary(fc.constantFrom(...REJECT_REASONS), count, { maxKeys: 3 }),
      remarks: fc.array(
        fc.record(
          { code: fc.constantFrom(...REMARKS.filter((code) => code !== 'outside-region')), count, column: text, detail: text },
          { requiredKeys: ['code', 'count'] }
        ),
        { maxLength: 3 }
      ),
      doubts: fc.option(fc.array(fc.record({ name: text, candidates: fc.array(text, { maxLength: 3 }), rows: count }), { maxLength: 2 }))
    })
    .map(({ name, wheres, columns, line, flags, rejected, rejectedCount, rejectedBy, remarks, doubts }): OwnTable => {
      const { adcodes, countyAt } = region.counties;
      const outside = wheres.filter(({ placement, lon, lat }) => placement === 'point' && countyAt(lon, lat) === 0).length;
      return {
        name,
        rows,
        positions: Float64Array.from(wheres.flatMap(({ lon, lat }) => [lon, lat])),
        placement: Uint8Array.from(wheres, ({ placement }) => PLACEMENTS.findIndex((known) => known === placement)),
        county: Uint16Array.from(wheres, ({ placement, adcode, lon, lat }) => (placement === 'point' ? countyAt(lon, lat) : adcodes.indexOf(adcode) + 1)),
        counties: adcodes,
        columns,
        line: Uint32Array.from(line),
        ...(flags?.some((bits) => bits > 0) ? { flags: Uint8Array.from(flags) } : {}),
        rejected,
        rejectedCount,
        rejectedBy,
        remarks: outside > 0 ? [...remarks, { code: 'outside-region', count: outside }] : remarks,
        ...(doubts ? { doubts } : {})
      };
    });
});

const view = fc.record({
  mode: fc.constantFrom('auto' as const, 'points' as const, 'zones' as const),
  measure: fc.constantFrom('count' as const, 'sum' as const),
  column: fc.nat({ max: 9 })
});
const layer = fc.record({ name: text.filter((name) => name !== ''), colour: fc.nat({ max: 5 }), shown: fc.boolean(), view });

/** A project of one to three tables. */
export const anyProject: fc.Arbitrary<Project> = fc.array(fc.tuple(table, layer), { minLength: 1, maxLength: 3 }).chain((pairs) =>
  fc.nat({ max: pairs.length - 1 }).map((active) => ({
    tables: pairs.map(([each]) => each),
    settings: { layers: pairs.map(([, each]) => each), active, layout: 'one-core' },
    pack: { id: 'test-pack', version: '2026.1.0' }
  }))
);

export const NOW = new Date(Date.UTC(2026, 10, 29, 4, 5, 6));

export const made = (project: Project): Promise<Blob> => writeProject(project, WORDS, citiesAt(units), NOW, new AbortController().signal);

/** What a reader sees of a table, whatever its dictionaries are like inside. */
export const seen = ({ columns, county, counties, positions, placement, line, flags, ...rest }: OwnTable) => ({
  ...rest,
  columns: columns.map((column) => ({
    name: column.name,
    kind: column.kind,
    cells: column.kind === 'number' ? [...column.values] : Array.from({ length: rest.rows }, (_, row) => textAt(column, row))
  })),
  districts: Array.from(county, (place) => counties[place - 1] ?? ''),
  positions: [...positions],
  placement: [...placement],
  line: [...line],
  flags: [...(flags ?? [])]
});
