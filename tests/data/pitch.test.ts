import { describe, expect, it } from 'vitest';
import { buildPitch, zoneCitations } from '#lib/features/pitch/build';
import { readyShortlists } from '#lib/features/pitch/ready-shortlists';
import { sectionsOf } from '#lib/features/pitch/sheet/sections';
import { atlas, DAY, pitchOf, state } from '../unit/features/pitch/deck/real-pitch';

/* What a pitch says of the published facts, for every zone and for days before and after documents end. */

const every = atlas.data.zones.map(({ id }) => id);
const single = (zone: string, day = DAY, audience: 'investor' | 'internal' = 'investor') =>
  buildPitch(atlas, state({ zones: [zone], sectors: [], wishes: [], notes: {}, audience }), day);
const clauses = new Set(atlas.data.documents.flatMap((document) => document.clauses.map((clause) => `${document.id} ${clause.id}`)));

describe('a pitch of every zone', () => {
  it('cites an existing clause for every statement', () => {
    for (const zone of every) {
      const pitch = single(zone, DAY, 'internal');
      for (const section of sectionsOf(atlas, pitch.zones[0] as (typeof pitch.zones)[number])) {
        for (const item of section.items) {
          expect(item.citations.length, `${zone} ${section.id}: ${item.text}`).toBeGreaterThan(0);
          for (const { document, clause } of item.citations) expect(clauses, `${zone} ${section.id}: ${item.text}`).toContain(`${document} ${clause}`);
        }
      }
    }
  });

  it('lists every source cited, with its status on the day', () => {
    const pitch = pitchOf();
    const listed = new Set(pitch.sources.flatMap(({ document, clauses: own }) => own.map((clause) => `${document.id} ${clause}`)));
    for (const one of pitch.zones) for (const { document, clause } of zoneCitations(one)) expect(listed).toContain(`${document} ${clause}`);
    expect(Object.fromEntries(pitch.sources.map(({ document, status }) => [document.id, status]))).toMatchObject({
      'hz-2024-2026': 'in-force',
      'hz-2021-39': 'expired'
    });
  });

  it('offers no measure of a document that is not in force, by name or by amount', () => {
    for (const day of ['2019-01-01', '2022-01-01', '2025-12-31', '2026-01-01', DAY, '2027-06-01']) {
      for (const zone of every) {
        const [one] = single(zone, day).zones;
        if (!one) throw new Error(zone);
        for (const { status, claimable } of one.support) expect(claimable).toBe(status === 'in-force');
        const sections = sectionsOf(atlas, one);
        const said = JSON.stringify(sections.filter(({ id }) => id === 'history'));
        for (const { measures } of one.support.filter((support) => !support.claimable)) {
          for (const { incentive } of measures) expect(said).not.toContain(incentive.name.zh);
        }
        const offered = sections.find(({ id }) => id === 'support')?.items ?? [];
        const inForce = one.support.filter((support) => support.claimable).flatMap(({ measures }) => measures.map(({ incentive }) => incentive.document));
        expect(offered.every(({ citations }) => citations.every(({ document }) => inForce.includes(document)))).toBe(true);
      }
    }
  });

  it('offered hz-2021-39 on its last day and not the day after', () => {
    const claimable = (day: string) => single('h24-core-qiantang', day).zones[0]?.support.find(({ document }) => document.id === 'hz-2021-39')?.claimable;
    expect(claimable('2025-12-31')).toBe(true);
    expect(claimable('2026-01-01')).toBe(false);
  });
});

describe('audiences', () => {
  it('keep from investors what is for colleagues', () => {
    const [qiantang, xiaoshan] = pitchOf().zones;
    expect(qiantang?.note).toBe('可先看\n医药港');
    expect(xiaoshan?.note).toBeUndefined();
    expect(pitchOf().zones.every(({ caveats, unplaced }) => caveats.length === 0 && unplaced.length === 0)).toBe(true);
  });

  it('show colleagues doubts and uncertain positions', () => {
    const internal = pitchOf({ audience: 'internal' });
    expect(internal.zones[0]?.caveats.map(({ note }) => note.id)).toContain('h24-core-third');
    expect(internal.zones[0]?.unplaced.map(({ id }) => id)).toContain('mah-park');
  });
});

describe('the project', () => {
  it('brings its sectors to the front', () => {
    const [qiantang] = pitchOf().zones;
    expect(qiantang?.sectors[0]?.sector.id).toBe('synbio');
    expect(pitchOf({ sectors: [] }).zones[0]?.sectors[0]?.sector.id).toBe('biologics');
  });
});

describe('charts', () => {
  it('put goals of one document, unit and year side by side and say that they nest', () => {
    const [chart] = pitchOf().charts;
    expect(chart).toMatchObject({ unit: 'yi-yuan', year: 2026, nested: true });
    expect(chart?.bars.map(({ target, of }) => [target.id, target.value, of])).toEqual([
      ['h24-manufacturing-output', 1500, 'whole'],
      ['h24-core-parks-output', 1000, 'joint'],
      ['h24-core-biopharma-output', 500, 'zone']
    ]);
  });
  it('are not made of figures that measure different things', () => {
    // revenue of one city and output of the other, in the same unit and year
    expect(pitchOf({ zones: ['zl-core-hangzhou', 'zl-core-taizhou'] }).charts).toEqual([]);
  });
});

describe('shortlists to start from', () => {
  it('are of documents, not drafts, and fit into a pitch', () => {
    const ready = readyShortlists(atlas.data, DAY);
    expect(ready.map(({ layout, zones }) => [layout, zones.length])).toEqual([
      ['hz-one-core-four-parks', 8],
      ['zj-one-core-two-belts-two-circles', 5],
      ['hz-future-industries', 6]
    ]);
  });
});
