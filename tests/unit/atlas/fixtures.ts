import type { AdminUnit, AtlasData, Place, Zone } from '#lib/schema/atlas';

/* A tiny region for tests of pure functions: a province, two cities, one district. */

const text = (zh: string) => ({ zh, en: zh });
const citation = { document: 'doc', clause: '一' };
export const unit = (adcode: string, level: AdminUnit['level'], parent?: string, label: [number, number] = [120, 30]): AdminUnit => ({
  adcode,
  name: text(adcode),
  level,
  ...(parent ? { parent } : {}),
  areaKm2: 1,
  label,
  bbox: [119, 29, 121, 31]
});

export function zone(id: string, overrides: Partial<Zone> = {}): Zone {
  const citation = { document: overrides.document ?? 'doc', clause: '一' };
  const { sectors = [], platforms = [], parks = [], capabilities = [] } = overrides;
  const links = (ids: string[]) => ids.map((link) => ({ id: link, citations: [citation], notes: [] }));
  return {
    id,
    layout: 'province',
    document: 'doc',
    tier: 'core',
    name: text(id),
    short: text(id),
    mark: { zh: '核', en: 'C' },
    hue: 'core-1',
    role: text(id),
    units: [],
    membership: 'primary',
    membershipCitations: [citation],
    openEnded: false,
    targets: [],
    citations: [citation],
    notes: [],
    ...overrides,
    sectors,
    platforms,
    parks,
    capabilities,
    links: { sectors: links(sectors), platforms: links(platforms), parks: links(parks), capabilities: links(capabilities) }
  };
}

export const place = (id: string, kind: Place['kind'], documents: string[]): Place => ({
  id,
  name: text(id),
  kind,
  adcode: '330106',
  lon: 120,
  lat: 30,
  precision: 'site',
  basis: text('basis'),
  mentions: documents.map((document) => ({ document, clause: '一', namedAs: id, status: 'existing' as const })),
  citations: [citation],
  notes: []
});

export function atlasData({ zones = [], places = [], ...rest }: Partial<AtlasData>): AtlasData {
  const layout = (id: string, scope: 'province' | 'city') => ({
    id,
    document: 'doc',
    name: text(id),
    short: text(id),
    kind: 'spatial' as const,
    scope,
    adcode: scope === 'province' ? '330000' : '330100',
    description: text(id),
    tiers: (['core', 'belt', 'park'] as const).map((tier) => ({ tier, name: text(tier), gloss: text(tier) })),
    zones: zones.filter((one) => one.layout === id).map((one) => one.id),
    citations: [citation],
    notes: []
  });
  const document = (id: string) => ({
    id,
    kind: 'policy' as const,
    title: text(id),
    short: text(id),
    issuer: text(id),
    status: 'in-force' as const,
    covers: [],
    repeals: [],
    notes: [],
    clauses: [{ id: '一', title: text('一'), reconstructed: false, notes: [] }]
  });
  return {
    index: {
      api: 'v1',
      pack: 'test',
      version: '2026.1.0',
      title: text('test'),
      description: text('test'),
      industry: text('test'),
      province: '330000',
      defaultLayout: 'province',
      statusAsOf: '2026-11-22',
      changes: [],
      renamed: [],
      counts: {},
      boundaries: { base: 2017, updated: 2021, compared: 2023, notDrawn: [] },
      files: {}
    },
    documents: [document('doc'), document('doc-two')],
    layouts: [layout('province', 'province'), layout('city', 'city')],
    zones,
    sectors: [
      { id: 'frontier', name: text('frontier'), gloss: text('frontier'), aliases: [] },
      { id: 'synbio', name: text('synbio'), parent: 'frontier', gloss: text('synbio'), aliases: [] },
      { id: 'api', name: text('api'), gloss: text('api'), aliases: [] }
    ],
    targets: [],
    places,
    incentives: [],
    notes: [],
    vocabulary: { capabilities: [], units: [], agencies: [], unitGroups: [] },
    admin: [
      unit('330000', 'province'),
      unit('330100', 'prefecture', '330000'),
      { ...unit('330200', 'prefecture', '330000'), undivided: true },
      unit('330106', 'county', '330100')
    ],
    ...rest
  };
}
