import { bareZone } from '#lib/atlas/bare-zone';
import type { AtlasData, Story } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';

/** The part of the facts that a story tells of: zones with members and sources, the clauses cited, names of units. */
export function sliceStory(data: AtlasData, story: Story): AtlasData {
  const layoutIds = new Set([...story.steps.map(({ focus }) => focus.layout), ...(story.selfCheck ? [story.selfCheck.layout] : [])]);
  const named = new Set(story.steps.flatMap(({ focus }) => focus.zones));
  const zones = data.zones.filter((zone) => layoutIds.has(zone.layout) || named.has(zone.id)).map(bareZone);
  for (const zone of zones) layoutIds.add(zone.layout);

  const cited: Citation[] = [
    ...story.steps.flatMap(({ cite }) => cite),
    ...zones.flatMap(({ citations, membershipCitations }) => [...citations, ...membershipCitations])
  ];
  const documents = data.documents
    .filter(({ id }) => cited.some(({ document }) => document === id) || zones.some(({ document }) => document === id))
    .map((document) => ({
      ...document,
      notes: [],
      clauses: document.clauses
        .filter((clause) => cited.some((cite) => cite.document === document.id && cite.clause === clause.id))
        .map(({ id, title, reconstructed }) => ({ id, title, reconstructed, notes: [] }))
    }));

  const places = new Set(story.steps.flatMap(({ focus }) => focus.places));
  const units = new Set([...zones.flatMap((zone) => zone.units), ...story.steps.flatMap(({ focus }) => focus.units), ...(story.selfCheck?.units ?? [])]);
  // the units beside them are needed too: those that no part names
  for (const layout of data.layouts.filter(({ id }) => layoutIds.has(id)))
    for (const unit of data.admin) if (unit.parent === layout.adcode) units.add(unit.adcode);
  for (const unit of data.admin) if (units.has(unit.adcode) && unit.parent) units.add(unit.parent);
  return {
    index: { ...data.index, files: {}, changes: [] },
    documents,
    layouts: data.layouts.filter(({ id }) => layoutIds.has(id)).map((layout) => ({ ...layout, notes: [] })),
    zones,
    sectors: [],
    targets: [],
    places: data.places.filter(({ id }) => places.has(id)),
    incentives: [],
    notes: [],
    vocabulary: { capabilities: [], units: [], agencies: [], unitGroups: [] },
    admin: data.admin.filter(({ adcode }) => units.has(adcode))
  };
}
