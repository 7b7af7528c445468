import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { incentivesCovering } from '#lib/atlas/related-incentives';
import { incentiveGroup } from '#lib/facts/incentive-line';
import { readyComparisons } from '#lib/features/compare/ready';
import { workOut } from '#lib/features/compare/worked-out';
import { matchExample } from '#lib/features/match/example';
import { knownWishes } from '#lib/atlas/project/address';
import { assessZones } from '#lib/features/match/assess';
import { matchOptions } from '#lib/features/match/options';
import { offeredPresets } from '#lib/features/match/presets';
import { matchZones } from '#lib/features/match/rank';
import { pitchExample } from '#lib/features/pitch/preview';
import { readyShortlists } from '#lib/features/pitch/ready-shortlists';
import { readAtlas, readExamples, readPublished } from '#lib/site/prerender/read-data';

/* What empty pages show as examples is worked out from the facts as any reader's own would be. */
const data = readAtlas();
const atlas = indexAtlas(data);
const day = data.index.statusAsOf;

describe('an example', () => {
  it('of matching is the answer that its made-up project gets', () => {
    const options = matchOptions(data);
    const { projects } = readExamples();
    const example = matchExample(data, options, projects);
    const preset = offeredPresets(knownWishes(options), projects).find(({ id }) => id === example?.preset);
    if (!preset) throw new Error('no preset');
    const { listed } = matchZones(assessZones(atlas, preset.project, day), preset.project);
    expect(example?.zones.map(({ id, bounds }) => [id, bounds])).toEqual(listed.slice(0, 3).map(({ assessed, points }) => [assessed.zone.id, points]));
  });

  it('of a pitch names a real zone with its targets, and every slide', () => {
    const ready = readyShortlists(data, day);
    const example = pitchExample(data, readPublished(), ready);
    const zone = atlas.zone.get(ready[0]?.zones[0] ?? '');
    expect(example?.zone).toBe(zone?.name.zh);
    expect(example?.role).toBe(zone?.role.zh);
    expect(example?.slides.length).toBeLessThanOrEqual(example?.count ?? 0);
    expect(example?.sources).toBeGreaterThan(1);
    expect(pitchExample(data, readPublished(), [])).toBeUndefined();
  });

  it('of a comparison says “only” and “all” of no sector that is not', () => {
    for (const ids of readyComparisons(data, readExamples())) {
      const { zones, common } = workOut(atlas, ids);
      const namedBy = (name: string) => ids.filter((id) => atlas.zone.get(id)?.sectors.some((sector) => atlas.sector.get(sector)?.name.zh === name));
      const names = (text: string) => (text ? text.replace(/，另 \d+ 个$/, '').split('、') : []);
      for (const { id, alone } of zones) for (const name of names(alone)) expect(namedBy(name), name).toEqual([id]);
      for (const name of names(common)) expect(namedBy(name), name).toEqual(ids);
    }
  });
});

describe('measures of a zone', () => {
  it('are told in lines where the document is in force, as a number where it is not', () => {
    let told = 0;
    for (const zone of data.zones) {
      for (const { document, units, whole, incentives } of incentivesCovering(atlas, zone)) {
        for (const [on, current] of [
          [day, document.id === 'hz-2024-2026'],
          ['2024-06-30', ['hz-2021-39', 'hz-2024-2026'].includes(document.id)]
        ] as const) {
          const group = incentiveGroup(atlas, { document: document.id, units, whole, incentives }, new Set(), on);
          expect(group.count).toBe(incentives.length);
          if (document.id.startsWith('hz-202') && document.id !== 'hz-2022-59') {
            expect(group.lines.length, `${zone.id} ${document.id} ${on}`).toBe(current ? incentives.length : 0);
            told += 1;
          }
        }
      }
    }
    expect(told).toBeGreaterThan(20);
  });
});
