import { indexAtlas } from '#lib/atlas/atlas';
import { bestStanding } from './criteria';
import { measurableKinds } from './find-near';
import { GROUP_OF } from '#lib/atlas/project/project';
import type { CapabilityCriterion, NearKind } from '#lib/atlas/project/project';
import type { AtlasData, PolicyDocument } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';

/** A sector in the order of the tree. */
export type SectorOption = Readonly<{ id: string; name: Text; aliases: readonly string[]; depth: number; zones: number }>;
/** A zone that is named for a capability; `standing` as in ZoneLink, the best where it is named more than once. */
export type OfferingZone = Readonly<{ id: string; short: Text; document: string; standing?: 'planned' | 'named' }>;
export type CapabilityOption = Readonly<{ id: string; name: Text; gloss: Text; zones: readonly OfferingZone[] }>;
export type DocumentOption = Pick<PolicyDocument, 'id' | 'kind' | 'status' | 'short'> &
  Partial<Pick<PolicyDocument, 'validFrom' | 'validTo' | 'issued' | 'periodEnd' | 'horizon' | 'outlook'>>;

/** What a project can be described with: the words of the pack, and no facts beyond who is named for what. */
export type MatchOptions = Readonly<
  Record<CapabilityCriterion, readonly CapabilityOption[]> & {
    sectors: readonly SectorOption[];
    near: readonly Readonly<{ kind: NearKind; places: number }>[];
    layouts: readonly Readonly<{ id: string; name: Text; document: string; zones: number }>[];
    documents: readonly DocumentOption[];
    renamed: AtlasData['index']['renamed'];
  }
>;

/** Options for the form, small enough to be in the page. */
export function matchOptions(data: AtlasData): MatchOptions {
  const atlas = indexAtlas(data);
  const capabilities = (criterion: CapabilityCriterion) =>
    data.vocabulary.capabilities
      .filter(({ group }) => group === GROUP_OF[criterion])
      .map(({ id, name, gloss }) => ({
        id,
        name,
        gloss,
        zones: data.zones.flatMap((zone): OfferingZone[] => {
          const standing = bestStanding(zone.links.capabilities.filter((link) => link.id === id));
          if (!standing) return [];
          return [{ id: zone.id, short: zone.short, document: zone.document, ...(standing === 'existing' ? {} : { standing }) }];
        })
      }));
  const used = new Set(data.layouts.map(({ document }) => document));
  return {
    sectors: sectorTree(data),
    stage: capabilities('stage'),
    land: capabilities('land'),
    want: capabilities('want'),
    near: measurableKinds(atlas).map((kind) => ({ kind, places: data.places.filter((place) => place.kind === kind && place.lon !== null).length })),
    layouts: data.layouts.map(({ id, short, document, zones }) => ({ id, name: short, document, zones: zones.length })),
    documents: data.documents
      .filter(({ id }) => used.has(id))
      .map(({ id, kind, status, short, validFrom, validTo, issued, periodEnd, horizon, outlook }) => ({
        id,
        kind,
        status,
        short,
        ...(validFrom ? { validFrom } : {}),
        ...(validTo ? { validTo } : {}),
        ...(issued ? { issued } : {}),
        ...(periodEnd ? { periodEnd } : {}),
        ...(horizon ? { horizon } : {}),
        ...(outlook ? { outlook } : {})
      })),
    renamed: data.index.renamed
  };
}

function sectorTree(data: AtlasData): SectorOption[] {
  const known = new Set(data.sectors.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): SectorOption[] =>
    data.sectors
      .filter((sector) => (parent === undefined ? !sector.parent || !known.has(sector.parent) : sector.parent === parent))
      .flatMap(({ id, name, aliases }) => [
        { id, name, aliases, depth, zones: data.zones.filter((zone) => zone.sectors.includes(id)).length },
        ...below(id, depth + 1)
      ]);
  return below(undefined, 0);
}
