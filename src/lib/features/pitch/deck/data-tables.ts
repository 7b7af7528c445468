import type { Atlas } from '#lib/atlas/atlas';
import type { Pitch } from '../build';
import { statusOn } from '#lib/atlas/status';
import { clauseInFull } from '#lib/facts/citation-text';
import { clauseAnchor } from '#lib/facts/clause-anchor';
import { documentDates, pitchTitle } from '../text';
import type { Address } from '../text';
import { sectionsOf } from '../sheet/sections';
import type { Item, Section } from '../sheet/sections';
import { statusText } from '#lib/facts/status-text';
import { publishedLines } from '#lib/facts/zone-published';
import { tierNameOf } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import type { Citation } from '#lib/schema/common';
import { formatDay, formatList, local } from '#lib/design/page/local';

/** A table for a spreadsheet, in the language of the pitch; the first row holds the headings. */
export type DataTable = Readonly<{ name: string; rows: readonly (readonly (string | number)[])[] }>;

/** One statement a row, with its source spelt out: a row stays honest when it is cut out and pasted elsewhere. */
export function factTable(atlas: Atlas, pitch: Pitch, address: Address): DataTable {
  const head = [
    m.pitch_col_zone_id(),
    m.pitch_col_zone(),
    m.pitch_col_topic(),
    m.pitch_col_item(),
    m.pitch_col_value(),
    m.pitch_col_detail(),
    m.pitch_col_document(),
    m.pitch_col_number(),
    m.pitch_col_issued(),
    m.pitch_col_status({ day: pitch.day }),
    m.pitch_col_clause(),
    m.pitch_col_address()
  ];
  const rows = pitch.zones.flatMap((one) =>
    sectionsOf(atlas, one).flatMap((section) =>
      statements(section).map(({ item, citations }) => [
        one.zone.id,
        local(one.zone.name),
        section.title,
        item.text,
        item.value ?? '',
        item.detail ?? '',
        ...(section.id === 'note' ? [m.pitch_file_note_source(), '', '', '', '', ''] : sourceCells(atlas, citations, pitch.day, address))
      ])
    )
  );
  return { name: m.pitch_file_facts(), rows: [head, ...rows] };
}

/** A statement with sources in several documents takes a row for each. Silence is a row too, without a source. */
function statements({ items, silent }: Section): { item: Item; citations: readonly Citation[] }[] {
  if (items.length === 0) return [{ item: { text: silent ?? m.document_silent(), citations: [] }, citations: [] }];
  return items.flatMap((item) => {
    const documents = [...new Set(item.citations.map(({ document }) => document))];
    const groups = documents.map((id) => item.citations.filter(({ document }) => document === id));
    return (groups.length > 0 ? groups : [[]]).map((citations) => ({ item, citations }));
  });
}

function sourceCells(atlas: Atlas, citations: readonly Citation[], day: string, address: Address): string[] {
  const first = citations[0];
  const document = first && atlas.document.get(first.document);
  if (!first || !document) return ['', '', '', '', '', ''];
  return [
    local(document.title),
    document.number ?? '',
    document.issued ?? (document.dateNote ? local(document.dateNote) : ''),
    statusText(statusOn(document, day)),
    citations.map(({ clause }) => clauseInFull(clause)).join(m.pitch_list_comma()),
    address(`/documents/${document.id}/#${clauseAnchor(first.clause)}`)
  ];
}

/** The workbook of a pitch: what it is, its zones, every statement, and the documents. */
export function workbookTables(atlas: Atlas, pitch: Pitch, address: Address): DataTable[] {
  const { state, day, version } = pitch;
  const about: DataTable = {
    name: m.pitch_file_about(),
    rows: [
      [pitchTitle(pitch)],
      ...(state.office ? [[state.office]] : []),
      ...(state.audience === 'internal' ? [[m.pitch_internal_mark()]] : []),
      ...(state.project ? [[m.pitch_cover_project({ project: state.project })]] : []),
      [m.pitch_prepared({ day: formatDay(day), version })],
      [m.pitch_not_official()],
      [m.pitch_targets_remark()],
      [m.pitch_access_remark()],
      [m.pitch_about_crs()]
    ]
  };
  const zones: DataTable = {
    name: m.pitch_file_zones(),
    rows: [
      [
        m.pitch_col_zone_id(),
        m.pitch_col_zone(),
        m.pitch_col_layout(),
        m.pitch_col_tier(),
        m.zone_units(),
        m.compare_role(),
        m.pitch_col_document(),
        m.pitch_col_status({ day }),
        m.pitch_col_note(),
        m.pitch_col_address()
      ],
      ...pitch.zones.map(({ zone, layout, document, status, members, note }) => [
        zone.id,
        local(zone.name),
        local(layout.name),
        tierNameOf(zone),
        formatList(members.units.map(({ name }) => local(name))),
        local(zone.role),
        local(document.title),
        statusText(status),
        note ?? '',
        address(`/zones/${zone.id}/`)
      ])
    ]
  };
  const sources: DataTable = {
    name: m.pitch_file_sources(),
    rows: [
      [
        m.pitch_col_document(),
        m.document_issuer(),
        m.pitch_col_number(),
        m.pitch_col_issued(),
        m.pitch_col_status({ day }),
        m.pitch_col_clause(),
        m.pitch_col_address()
      ],
      ...pitch.sources.map(({ document, status, clauses }) => [
        local(document.title),
        local(document.issuer),
        document.number ?? '',
        documentDates(document),
        statusText(status),
        clauses.join(m.pitch_list_comma()),
        address(`/documents/${document.id}/`)
      ])
    ]
  };
  const published = publishedTable(atlas, pitch);
  return [about, zones, factTable(atlas, pitch, address), ...(published ? [published] : []), sources];
}

/** What is published elsewhere about the zones' areas, apart from the facts of documents: a row each, with its page; undefined where there is none. */
function publishedTable(atlas: Atlas, { zones, published: { all, figures } }: Pitch): DataTable | undefined {
  const rows = zones.flatMap(({ zone }) =>
    publishedLines(atlas, all, figures.get(zone.id) ?? []).map(({ label, value, where, when, standing, conflicts, source }) => [
      ...[zone.id, local(zone.name), label, value, where, when, [standing, ...conflicts].filter(Boolean).join(' · ')],
      ...[source.title, source.publisher, source.class, source.dates, source.url]
    ])
  );
  const head = [
    ...[m.pitch_col_zone_id(), m.pitch_col_zone(), m.pitch_col_item(), m.pitch_col_value(), m.pitch_col_area(), m.pitch_col_time(), m.pitch_col_detail()],
    ...[m.pitch_col_page(), m.pitch_col_publisher(), m.pitch_col_class(), m.pitch_col_dates(), m.pitch_col_address()]
  ];
  return rows.length > 0 ? { name: m.pitch_file_published(), rows: [head, ...rows] } : undefined;
}
