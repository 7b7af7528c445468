import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../../scripts/steps/pack/check-claims';
import { checkPlaces } from '../../../../scripts/steps/pack/check-places';
import { ruleIn } from '../../../../scripts/steps/problem';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack, byPath, DEMO_PACK } from './support';

const TARGETS = 'documents/demo-plan/targets.yaml';
const INCENTIVES = 'documents/demo-plan/incentives.yaml';
const PLACES = 'documents/demo-plan/places.csv';
const ZONES = 'documents/demo-plan/zones.yaml';
const broken = (file: string, text: string, replacement: string) =>
  checkClaims(readPack(brokenPack(file, text, replacement)))
    .map(byPath)
    .join('\n');

describe('what a fact may claim', () => {
  it('is kept to in the demo pack', () => {
    expect(checkClaims(readPack(DEMO_PACK))).toEqual([]);
  });

  it.each([
    [
      'a value that is not its fraction',
      TARGETS,
      '  value: 40\n',
      '  value: 0.3333\n  fraction: 1/3\n',
      /targets.yaml:\d+ 1\.fraction: the value of "demo-share" is not 1\/3/
    ],
    ['a fraction rounded away', TARGETS, '  value: 40\n  unit: percent', '  value: 0.3333\n  unit: share', /1\.value: "demo-share" is a fraction/],
    ['a rank that is no upper end', TARGETS, 'unit: kites', 'unit: rank', /0\.operator: "demo-output" is a rank/],
    ['money for a body that is not there', INCENTIVES, '  kind: other\n', '  kind: other\n  bodies: [nobody]\n', /0\.bodies\.0: unknown place "nobody"/],
    [
      'a prefecture where a district is given',
      PLACES,
      'district',
      'prefecture',
      /places.csv:2 precision: place "demo-kite-park" is known by its prefecture only/
    ],
    [
      'a tier that the layout does not have',
      ZONES,
      'tier: belt\n    name: { zh: "北翼',
      'tier: park\n    name: { zh: "北翼',
      /zones\.1\.tier: zone "demo-north-wing" is a park/
    ],
    [
      'a capability of which it is not said whether it is there',
      ZONES,
      'capabilities: [{ id: open-field, standing: existing }]',
      'capabilities: [open-field]',
      /zones\.1\.capabilities\.0: zone "demo-north-wing" does not say how the text speaks of this/
    ],
    ['a sector with a standing', ZONES, 'id: kite-frames,', 'id: kite-frames, standing: planned,', /zones\.1\.sectors\.0\.standing: .* a sector is a field/],
    ['a park of itself', ZONES, 'parks: [demo-kite-park]', 'parks: [demo-kite-park]\n    place: demo-kite-park', /zones\.0\.place: .*none of its parks/],
    [
      'a former name of a unit that is none of the zone’s',
      ZONES,
      'units: ["320508"]',
      'units: ["320508"]\n    formerNames: [{ adcode: "320581", name: { zh: 旧, en: Old }, until: 2020 }]',
      /zones\.0\.formerNames\.0: 320581 is no unit of zone "demo-core"/
    ],
    [
      'an abbreviation that is not spelt out',
      'glossary.yaml',
      'en: "Wing (made up)"',
      'en: "ABC"',
      /glossary.yaml:\d+ 0: the term "wing" does not spell out ABC/
    ]
  ])('refuses %s, by file and line', (_, file, text, replacement, complaint) => {
    expect(broken(file, text, replacement)).toMatch(complaint);
  });
});

describe('a place known by its district only', () => {
  const square = (adcode: string): Feature<Polygon, { adcode: string }> => ({
    type: 'Feature',
    properties: { adcode },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [120, 31],
          [121, 31],
          [121, 32],
          [120, 32],
          [120, 31]
        ]
      ]
    }
  });
  const found = (counties: string[]) =>
    checkPlaces(readPack(brokenPack(PLACES, 'park,320508', 'park,320500')), counties.map(square)).map((problem) => ruleIn(problem, 'en'));

  it('is given one, and a prefecture without counties is its own', () => {
    expect(found(['320508'])).toEqual([
      'place "demo-kite-park" is known by its district only, but 320500 is no district: write a district\'s code, or precision: prefecture'
    ]);
    expect(found(['320500'])).toEqual([]);
  });
});
