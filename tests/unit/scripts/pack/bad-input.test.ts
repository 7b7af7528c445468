import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildData } from '../../../../scripts/steps/build-data';
import { packDir } from '../../../../scripts/steps/pack/pack-dir';
import { InputError } from '../../../../scripts/steps/problem';
import { brokenPack, DEMO_PACK, temporaryDir } from './support';

const PLAN = 'documents/demo-plan';

/**
 * Build a pack over data that exists already; bad input must leave that as it was and nothing beside it.
 * @returns the message that the author of the pack is shown
 */
async function refusal(pack: string): Promise<string> {
  const out = join(temporaryDir(), 'data');
  mkdirSync(out);
  writeFileSync(join(out, 'index.json'), 'what was built before');
  const error: unknown = await buildData(pack, out, '2026-06-30').then(
    () => 'the build went through',
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(InputError);
  expect(readFileSync(join(out, 'index.json'), 'utf8')).toBe('what was built before');
  expect(readdirSync(out)).toEqual(['index.json']);
  expect(readdirSync(dirname(out))).toEqual(['data']);
  return (error as InputError).message;
}

/** What is broken, where, how, and the one line that says so. */
const cases: [what: string, file: string, text: string, replacement: string, line: string | RegExp, lines?: number][] = [
  [
    'a reference to a sector that does not exist',
    `${PLAN}/zones.yaml`,
    'id: kite-frames',
    'id: kite-frame',
    'documents/demo-plan/zones.yaml:38 zone 2 (demo-north-wing) → sector 1 (kite-frame) → id: unknown sector "kite-frame"; did you mean "kite-frames"?'
  ],
  [
    'a reference to a zone',
    `${PLAN}/targets.yaml`,
    'zone: demo-core',
    'zone: demo-kern',
    /^documents\/demo-plan\/targets\.yaml:\d+ target 2 \(demo-share\) → scope → zone: unknown zone "demo-kern"/
  ],
  [
    'a clause that the document does not have',
    `${PLAN}/targets.yaml`,
    'clause: "一"',
    'clause: "九"',
    /^documents\/demo-plan\/targets\.yaml:2 target 1 \(demo-output\) → clause: document "demo-plan" has no clause "九"/
  ],
  [
    'a default layout that no document has',
    'pack.yaml',
    'defaultLayout: demo-two-wings',
    'defaultLayout: two-wings',
    /^pack\.yaml:\d+ defaultLayout: unknown layout "two-wings"; did you mean "demo-two-wings"\?$/
  ],
  [
    'a place named by a document and listed nowhere',
    `${PLAN}/mentions.csv`,
    'demo-kite-park',
    'demo-park',
    'documents/demo-plan/mentions.csv:2 place: unknown place "demo-park"; did you mean "demo-kite-park"?'
  ],
  [
    'an adcode that does not exist',
    `${PLAN}/zones.yaml`,
    '["320508"]',
    '["320599"]',
    /^documents\/demo-plan\/zones\.yaml:\d+ zone 1 \(demo-core\) → units 1: unknown adcode "320599" in this pack's region; nearest are 320585 太仓市, 320583 昆山市, 320582 张家港市$/
  ],
  [
    'an adcode of another region',
    `${PLAN}/zones.yaml`,
    '["320508"]',
    '["330106"]',
    /^documents\/demo-plan\/zones\.yaml:\d+ zone 1 \(demo-core\) → units 1: unknown adcode "330106" in this pack's region; nearest are 320585 太仓市, 320583 昆山市, 320582 张家港市$/
  ],
  [
    'an adcode that is no adcode',
    `${PLAN}/zones.yaml`,
    '["320508"]',
    '[姑苏]',
    /^documents\/demo-plan\/zones\.yaml:\d+ zone 1 \(demo-core\) → units 1: an adcode is a string of six digits/
  ],
  [
    'a prefecture that the base geometry does not have',
    'pack.yaml',
    'prefectures: ["320500"]\n  context: ["320200"]\n  focusPrefecture: "320500"',
    'prefectures: ["320599"]',
    'pack.yaml:13 region → prefectures 1: unknown adcode "320599"; nearest are 320500 苏州市, 320600 南通市, 320700 连云港市'
  ],
  [
    'a focus outside of the region',
    'pack.yaml',
    'focusPrefecture: "320500"',
    'focusPrefecture: "330100"',
    /^pack\.yaml:15 region → focusPrefecture: "330100" is not one of the region's prefectures: write one of 320500$/
  ],
  [
    'a target whose unit is not listed',
    `${PLAN}/targets.yaml`,
    'unit: kites',
    'unit: dragons',
    /^documents\/demo-plan\/targets\.yaml:\d+ target 1 \(demo-output\) → unit: unknown unit "dragons": write the id of one that is there, or take this out$/
  ],
  [
    'text without English',
    `${PLAN}/zones.yaml`,
    '{ zh: "核心", en: "Core" }',
    '{ zh: "核心", en: "" }',
    /^documents\/demo-plan\/zones\.yaml:\d+ layout 1 \(demo-two-wings\) → tier 1 \(core\) → name → en: English text is missing$/
  ],
  [
    'a place outside its district',
    `${PLAN}/places.csv`,
    '120.62,31.31',
    '120.95,31.38',
    /^documents\/demo-plan\/places\.csv:2 adcode: place "demo-kite-park" \(120\.95, 31\.38\) lies in 320583 昆山市, not in its district 320508: change adcode/
  ],
  [
    'a place outside the region',
    `${PLAN}/places.csv`,
    '120.62,31.31',
    '120.15,30.28',
    /^documents\/demo-plan\/places\.csv:2 adcode: place "demo-kite-park" \(120\.15, 30\.28\) lies outside the region, not in its district 320508: change adcode/
  ],
  [
    'a located place without a coordinate',
    `${PLAN}/places.csv`,
    '120.62,31.31',
    ',',
    /^documents\/demo-plan\/places\.csv:2: place "demo-kite-park": an unlocated place has no coordinate/
  ],
  ['a YAML syntax error', `${PLAN}/notes.yaml`, 'kind: status', 'kind: [status', /^documents\/demo-plan\/notes\.yaml:\d+: YAML syntax: .+$/],
  [
    'a zone id used twice',
    `${PLAN}/zones.yaml`,
    '  - id: demo-lake-wing\n',
    `  - id: demo-core
    layout: demo-two-wings
    tier: belt
    name: { zh: "又一核心", en: "Another core" }
    short: { zh: "又一核心", en: "Another" }
    mark: { zh: "又", en: "A" }
    role: { zh: "虚构角色。", en: "A made-up role." }
    units: ["320583"]
    cite: ["二"]
  - id: demo-lake-wing\n`,
    'documents/demo-plan/zones.yaml:41: the zone id "demo-core" is used twice (first in documents/demo-plan/zones.yaml:18): give one of them another'
  ],
  [
    'a mark used twice in a layout',
    `${PLAN}/zones.yaml`,
    'mark: { zh: "北", en: "N" }',
    'mark: { zh: "核", en: "N" }',
    'documents/demo-plan/zones.yaml:34 zone 2 (demo-north-wing) → mark → zh: the mark "核" is that of "demo-core" in the same layout already: choose another'
  ],
  [
    'a mark of two characters',
    `${PLAN}/zones.yaml`,
    'mark: { zh: "北"',
    'mark: { zh: "北翼"',
    /^documents\/demo-plan\/zones\.yaml:34 zone 2 \(demo-north-wing\) → mark → zh: a mark in Chinese is one Chinese character$/
  ],
  [
    'a unit of measure used twice',
    'units.yaml',
    '- id: percent\n',
    '- id: kites\n  name: { zh: "架", en: "kites" }\n- id: percent\n',
    'units.yaml:3: the unit id "kites" is used twice (first in units.yaml:1): give one of them another'
  ],
  ['an alias for nothing', `${PLAN}/zones.yaml`, 'cite: ["二"]', 'cite: *nothing', /^documents\/demo-plan\/zones\.yaml: YAML syntax: Unresolved alias/],
  ['a list that holds itself', 'units.yaml', '- id: kites', '- &a [*a]\n- id: kites', /^units\.yaml:1 unit 1: /],
  [
    'sectors above each other',
    'sectors.yaml',
    '- id: kites\n',
    '- id: kites\n  parent: kite-frames\n',
    'sectors.yaml:2 sector 1 (kites) → parent: "kites" is above itself (kites → kite-frames → kites): take out one of these steps'
  ],
  [
    'a target that is part of itself',
    `${PLAN}/targets.yaml`,
    '  unit: kites\n',
    '  unit: kites\n  partOf: demo-output\n',
    'documents/demo-plan/targets.yaml:9 target 1 (demo-output) → partOf: "demo-output" is above itself (demo-output → demo-output): take out one of these steps'
  ],
  [
    'a zone with units and a group of units',
    `${PLAN}/zones.yaml`,
    'unitGroup: demo-lake-counties',
    'unitGroup: demo-lake-counties\n    units: ["320581"]',
    'documents/demo-plan/zones.yaml:41 zone 3 (demo-lake-wing): zone "demo-lake-wing" has units and a unitGroup; give one of them'
  ],
  ['a CSV row with too few cells', `${PLAN}/places.csv`, ',district,', ',', /^documents\/demo-plan\/places\.csv:2: CSV: too few fields.*$/],
  ['a CSV row with too many cells', `${PLAN}/mentions.csv`, 'planned', 'planned,again', /^documents\/demo-plan\/mentions\.csv:2: CSV: too many fields/],
  [
    'a CSV quote that is never closed',
    `${PLAN}/places.csv`,
    'for tests only"',
    'for tests only',
    /^documents\/demo-plan\/places\.csv:2: CSV: a quote is not closed$/
  ]
];

describe('bad input is refused with the place and the rule', () => {
  it.each(cases)('%s', async (_, file, text, replacement, line, lines = 1) => {
    const message = await refusal(brokenPack(file, text, replacement));
    if (typeof line === 'string') expect(message).toBe(line);
    else expect(message).toMatch(line);
    expect(message.split('\n').length, message).toBe(lines);
  });

  it('a missing pack', () => {
    expect(() => packDir(undefined, { GEODATA_PACK: 'tests/packs/nowhere' })).toThrow(/nowhere: no pack\.yaml in this folder: give a pack's folder by --pack/);
    expect(() => packDir('tests/packs/nowhere', { GEODATA_PACK: DEMO_PACK })).toThrow(/nowhere: no pack\.yaml/);
  });

  it('every problem at once, a line each', async () => {
    const pack = brokenPack(`${PLAN}/zones.yaml`, 'sectors: [kites]\n    parks: [demo-kite-park]', 'sectors: [dragons]\n    parks: [demo-dragon-park]');
    expect((await refusal(pack)).split('\n')).toHaveLength(2);
  });

  it('writes nothing where nothing was', async () => {
    const out = join(temporaryDir(), 'data');
    await expect(buildData(brokenPack('pack.yaml', 'version: 2026.1.0', 'version: one'), out)).rejects.toThrow(
      /^pack\.yaml:4 version: a version is year\.month\.number$/
    );
    expect(existsSync(out)).toBe(false);
  });
});
