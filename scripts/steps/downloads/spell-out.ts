import { placeOfZone } from '#lib/atlas/atlas';
import { clauseLabel } from '#lib/atlas/clause-label';
import type { AtlasData, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation, Text } from '#lib/schema/common';
import type { Facts } from '../pack/compile-atlas';

/** Look-ups that turn ids into words, in both languages. An id without an entry is given back as it is. */
export type Words = Readonly<{
  document: (id: string) => AtlasData['documents'][number] | undefined;
  layout: (id: string) => Text | undefined;
  /** names of units, zones, sectors, capabilities or places, joined */
  list: (kind: 'unit' | 'zone' | 'sector' | 'capability' | 'place', ids: readonly string[]) => Text | undefined;
  measure: (id: string | undefined) => Text | undefined;
  /** capabilities, platforms and parks of a zone that have this standing */
  standing: (zone: Zone, standing: 'planned' | 'named') => Text | undefined;
  group: (id: string | undefined) => Text | undefined;
  /** “临平区（余杭区，至2021年）” */
  former: (names: Zone['formerNames']) => Text | undefined;
  /** document title and clause, spelt out */
  citations: (list: readonly Citation[]) => Text | undefined;
  notes: (ids: readonly string[]) => Text | undefined;
}>;

const joined = (texts: readonly Text[], zh: string, en: string): Text | undefined =>
  texts.length === 0 ? undefined : { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };

export function spellOut(facts: Facts): Words {
  const names = <T>(list: readonly T[], id: (entry: T) => string, text: (entry: T) => Text) => new Map(list.map((entry) => [id(entry), text(entry)]));
  const named = (list: readonly { id: string; name: Text }[]) =>
    names(
      list,
      ({ id }) => id,
      ({ name }) => name
    );
  const known = {
    unit: names(
      facts.admin,
      ({ adcode }) => adcode,
      ({ name }) => name
    ),
    zone: named(facts.zones),
    sector: named(facts.sectors),
    capability: named(facts.vocabulary.capabilities),
    place: named(facts.places)
  };
  const documents = new Map(facts.documents.map((document) => [document.id, document]));
  const layouts = named(facts.layouts);
  const measures = named(facts.vocabulary.units);
  const notes = names(
    facts.notes,
    ({ id }) => id,
    ({ text }) => text
  );
  const same = (id: string): Text => ({ zh: id, en: id });
  const cited = ({ document: id, clause }: Citation): Text => {
    const title = documents.get(id)?.title ?? same(id);
    const english = clauseLabel(clause, 'en');
    return { zh: `《${title.zh}》${clause}`, en: `${title.en}, ${english === clause ? clause : `${english} [${clause}]`}` };
  };
  const groups = named(facts.vocabulary.unitGroups);
  const list: Words['list'] = (kind, ids) =>
    joined(
      ids.map((id) => known[kind].get(id) ?? same(id)),
      '、',
      ', '
    );
  return {
    document: (id) => documents.get(id),
    layout: (id) => layouts.get(id),
    list,
    standing: (zone, standing) => {
      const { capabilities, platforms, parks } = zone.links;
      const itself = placeOfZone(zone);
      const ids = (links: readonly ZoneLink[]) => [...new Set(links.filter((link) => link.standing === standing).map(({ id }) => id))];
      const texts = [list('capability', ids(capabilities)), list('place', ids([...(itself ? [itself] : []), ...platforms, ...parks]))];
      return joined(
        texts.flatMap((text) => text ?? []),
        '、',
        ', '
      );
    },
    group: (id) => (id === undefined ? undefined : groups.get(id)),
    former: (former = []) =>
      joined(
        former.map(({ adcode, name, until }) => {
          const unit = known.unit.get(adcode) ?? same(adcode);
          return { zh: `${unit.zh}（${name.zh}，至${until}年）`, en: `${unit.en} (${name.en}, until ${until})` };
        }),
        '；',
        '; '
      ),
    measure: (id) => (id === undefined ? undefined : measures.get(id)),
    citations: (list) => joined([...new Map(list.map((cite) => [`${cite.document} ${cite.clause}`, cited(cite)])).values()], '；', '; '),
    notes: (ids) =>
      joined(
        ids.flatMap((id) => notes.get(id) ?? []),
        '',
        ' '
      )
  };
}
