import type { AtlasData, Layout } from '#lib/schema/atlas';
import { byCurrency } from '#lib/atlas/document-time';
import { PITCH_LIMITS } from './state';

export type ReadyShortlist = Readonly<{ layout: string; zones: readonly string[] }>;

/** Spatial layouts first: they say where; then who was assigned what. Pairs and bases are about other things. */
const RANK: Readonly<Partial<Record<Layout['kind'], number>>> = { spatial: 0, assignment: 1 };

/**
 * Shortlists to start from: the zones of one layout that have named members, as many as a pitch holds.
 * Documents in force on the day come first, drafts are left out.
 */
export function readyShortlists(data: Pick<AtlasData, 'layouts' | 'zones' | 'documents'>, day: string, most = 3): ReadyShortlist[] {
  const order = byCurrency(day);
  const documentOf = ({ document: id }: Layout) => data.documents.find((document) => document.id === id);
  return data.layouts
    .flatMap((layout) => {
      const document = documentOf(layout);
      const zones = layout.zones.filter((id) => data.zones.some((zone) => zone.id === id && zone.units.length > 0)).slice(0, PITCH_LIMITS.zones);
      return document && document.status !== 'draft' && RANK[layout.kind] !== undefined && zones.length > 1 ? [{ layout, document, zones }] : [];
    })
    .sort((a, b) => (RANK[a.layout.kind] ?? 9) - (RANK[b.layout.kind] ?? 9) || order(a.document, b.document))
    .slice(0, most)
    .map(({ layout, zones }) => ({ layout: layout.id, zones }));
}
