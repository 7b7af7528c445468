import { describe, expect, it } from 'vitest';
import { incentivesCovering } from '#lib/atlas/related-incentives';
import { statusOn } from '#lib/atlas/status';
import { targetValue } from '#lib/facts/target-text';
import { tierNameOf } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { Zone } from '#lib/schema/atlas';
import { atlas, data } from './estimate-real';

/* Facts over the whole pack that must not say more than the documents do. */

const notes = new Map(data.notes.map((note) => [note.id, note]));
const inBoth = (say: () => string): string[] =>
  (['zh', 'en'] as const).map((language) => {
    overwriteGetLocale(() => language);
    return say();
  });

describe('targets', () => {
  it('keep a fraction as printed', () => {
    const printed = data.targets.filter(({ wording }) => /\d\s*\/\s*\d/.test(wording));
    expect(printed.map(({ id }) => id)).toEqual(['h24-core-output-share']);
    for (const target of printed) expect(inBoth(() => targetValue(atlas, target))).toEqual(['≥ 1/3', '≥ 1/3']);
  });

  it('call a rank the first so many, with no floor for each', () => {
    const ranks = data.targets.filter(({ unit }) => unit === 'rank');
    expect(ranks.map(({ id }) => id)).toEqual(['zl-cancer-rank']);
    for (const target of ranks) {
      expect(inBoth(() => targetValue(atlas, target))).toEqual(['前 3 名', 'top 3']);
      expect(target.counting).toBe('level');
    }
  });

  it.each([
    ['approvals', /批件/],
    ['patents', /专利/],
    ['results', /成果/],
    ['hospitals', /医院/],
    ['factories', /工厂/],
    ['institutes', /研究院/],
    ['centres', /中心/],
    ['beds', /病床/]
  ])('count in %s what they are about, and nothing else', (unit, noun) => {
    const counted = data.targets.filter((target) => target.unit === unit);
    expect(counted).not.toEqual([]);
    expect(counted.filter(({ metric }) => !noun.test(metric.zh)).map(({ id }) => id)).toEqual([]);
  });

  it('print the amount where the wording is quoted: more than a bare verb', () => {
    expect(data.targets.filter(({ wording }) => /^(达|达到|累计|力争|不少于|不低于|不超过|左右|以上|突破|缩减至)$/.test(wording)).map(({ id }) => id)).toEqual(
      []
    );
  });

  it('are stated or striven for; no wording is called binding', () => {
    expect([...new Set(data.targets.map(({ commitment }) => commitment))].sort()).toEqual(['stated', 'strive']);
  });
});

describe('places', () => {
  const named = data.places.filter(({ mentions }) => mentions.length > 0);

  it('known to a prefecture only are in no county', () => {
    const wide = data.places.filter(({ precision }) => precision === 'prefecture');
    expect(wide.map(({ id }) => id).sort()).toEqual(['fudan-wenzhou', 'hz-bioindustry-base', 'jinhua-health-bio-park', 'jinhua-natural', 'taizhou-api-base']);
    expect(wide.every(({ adcode, lon }) => adcode.endsWith('00') && lon !== null)).toBe(true);
    // 文件仅写明台州: the document gives a prefecture and nothing closer
    const cities = data.admin.filter(({ level }) => level === 'prefecture').map(({ name }) => name.zh.replace(/市$/, ''));
    const cityOnly = new RegExp(`文件(仅写明|只写)(${cities.join('|')})[，；。]`);
    expect(named.filter(({ basis, precision }) => cityOnly.test(basis.zh) && !['prefecture', 'unlocated'].includes(precision)).map(({ id }) => id)).toEqual([]);
  });

  it('say so where the campus is not the document’s', () => {
    const campuses = named.filter(({ name }) => /[校院]区）/.test(name.zh)).filter(({ mentions }) => mentions.some(({ namedAs }) => !/[校院]区/.test(namedAs)));
    expect(campuses.length).toBeGreaterThan(7);
    expect(campuses.filter((place) => !place.notes.includes('place-campus')).map(({ id }) => id)).toEqual([]);
  });

  it('carry remarks only of documents that name them, or of the list of positions', () => {
    const stray = data.places.flatMap((place) => {
      const speaks = new Set(['gazetteer', ...place.mentions.map(({ document }) => document)]);
      return place.notes.filter((id) => !speaks.has(notes.get(id)?.document ?? '')).map((id) => `${place.id}: ${id}`);
    });
    expect(stray).toEqual([]);
  });

  it('do not put two bodies under one name', () => {
    expect(data.places.filter(({ name }) => /[／/]/.test(name.zh)).map(({ id }) => id)).toEqual([]);
  });
});

describe('documents', () => {
  it('without a plan period have a horizon, and are past after their outlook', () => {
    const document = data.documents.find(({ id }) => id === 'zj-pharma-innovation');
    expect(document).toMatchObject({ horizon: 2020, outlook: 2025 });
    expect(document).not.toHaveProperty('periodEnd');
    expect(['2025-12-31', '2026-01-01'].map((day) => document && statusOn(document, day))).toEqual(['in-force', 'horizon-past']);
    expect(data.documents.filter(({ horizon, periodEnd }) => horizon && periodEnd)).toEqual([]);
  });
});

describe('zones', () => {
  const zone = (id: string) => {
    const found = atlas.zone.get(id);
    if (!found) throw new Error(`no zone ${id}`);
    return found;
  };

  it('are called what their layout calls them: towns and a pilot are no “支撑点”', () => {
    expect(inBoth(() => tierNameOf(zone('zp-town-ouhai')))).toEqual(['特色小镇', 'Characteristic town']);
    expect(inBoth(() => tierNameOf(zone('zp-demo-linhai')))).toEqual(['示范试点', 'Pilot']);
    expect(inBoth(() => tierNameOf(zone('zl-hz-qiantang')))).toEqual(['杭州集聚区', 'Cluster area in Hangzhou']);
    expect(inBoth(() => tierNameOf(zone('zl-point-ningbo')))[0]).toBe('支撑点');
    const bases = data.zones.filter(({ layout, tier }) => layout === 'zj-bases-2017' && tier === 'point');
    expect(bases.map((one) => tierNameOf(one)).filter((name) => !['Characteristic town', 'Pilot'].includes(name))).toEqual([]);
  });

  it('are called an open list only where their source is noted to end its lists in “等”, and then in quotation marks', () => {
    const open = data.zones.filter(({ openEnded }) => openEnded);
    expect(open.length).toBeGreaterThan(10);
    const left = new Set(data.notes.filter(({ text }) => /以“等(地)?”字?收尾/.test(text.zh)).map(({ document }) => document));
    const sources = (one: Zone) => (one.membershipCitations.length > 0 ? one.membershipCitations : one.citations).map(({ document }) => document);
    expect(open.filter((one) => !sources(one).some((document) => left.has(document))).map(({ id }) => id)).toEqual([]);
    expect(inBoth(m.and_others)).toEqual(['“等”', ', “and others”']);
  });

  it('are of layouts with one name: the short one is in the long one, and no other', () => {
    for (const { name, short, kind } of data.layouts) {
      if (kind !== 'spatial') continue;
      expect(name.zh).toContain(short.zh);
      expect(name.en.toLowerCase()).toContain(short.en.toLowerCase());
    }
  });

  it('do not get the money meant for one named body elsewhere', () => {
    const covers = (id: string) => incentivesCovering(atlas, zone(id)).flatMap(({ incentives }) => incentives.map((incentive) => incentive.id));
    for (const id of ['zl-core-taizhou', 'zl-point-wenzhou', 'zp-demo-linhai', 'h24-park-binjiang']) expect(covers(id)).not.toContain('zl-inc-westlake');
    expect(covers('zl-core-hangzhou')).toEqual(expect.arrayContaining(['zl-inc-westlake', 'zl-inc-precision-lab']));
    expect(covers('h24-belt-future')).toContain('zl-inc-westlake');
    // a measure whose recipient is one body by name says which
    const single = data.incentives.filter(({ when }) => when?.['named-body']);
    expect(single.filter(({ bodies }) => !bodies).map(({ id }) => id)).toEqual([]);
  });
});

describe('support', () => {
  it('that districts are only encouraged to give says so', () => {
    const district = data.incentives.filter(({ kind, document }) => kind === 'district-award' && document === 'hz-2021-39');
    expect(district.map(({ clause }) => clause)).toEqual(['（十六）', '（十七）', '（十七）', '（二十）']);
    for (const { unquantified } of district) {
      expect(unquantified?.zh).toContain('只鼓励');
      expect(unquantified?.en).toContain('only encouraged');
    }
  });

  it('asks for registration where clause 3 does, not as an example', () => {
    const asked = data.incentives.flatMap(({ conditions }) => conditions).filter(({ zh }) => zh.startsWith('属（三）'));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ en }) => !en.includes('registered in Hangzhou') || en.includes('for instance'))).toEqual([]);
  });
});
