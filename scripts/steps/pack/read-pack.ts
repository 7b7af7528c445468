import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  AgencyEntry,
  CapabilityEntry,
  DocumentFile,
  GlossaryEntry,
  IncentiveEntry,
  MentionRow,
  NoteEntry,
  PackInfo,
  PlaceRow,
  SectorEntry,
  SectorRow,
  StoryEntry,
  TargetEntry,
  UnitEntry,
  UnitGroupEntry,
  ZonesFile
} from '#lib/schema/pack';
import { CallEntry } from '#lib/schema/calls';
import { PublishedFile } from '#lib/schema/published';
import { RegisterFile } from '#lib/schema/register';
import { SupportFile } from '#lib/schema/support';
import type { Support } from '#lib/schema/support';
import { TermsFile } from '#lib/schema/term-base';
import { InputError } from '../problem';
import type { Problem } from '../problem';
import { documentFolders } from './document-folders';
import { readCsv } from './read-csv';
import { readText } from './read-text';
import type { Row } from './read-csv';
import { readYaml } from './read-yaml';
import type { Located } from './read-yaml';
import { READING } from './words/reading';

/** One document's folder, parsed. `file` names are relative to the pack. */
export type DocumentFolder = {
  document: Located<z.output<typeof DocumentFile>>;
  zones: Located<z.output<typeof ZonesFile>>;
  targets: Located<TargetEntry[]>;
  incentives: Located<IncentiveEntry[]>;
  notes: Located<NoteEntry[]>;
  mentions: { file: string; rows: Row<MentionRow>[] };
  /** undefined where the document has not been read for all sectors that it names */
  sectors: { file: string; rows: Row<SectorRow>[] } | undefined;
  /** source.txt, the printed text, where the pack may carry it */
  source?: { file: string; text: string };
};

export type Pack = {
  dir: string;
  info: Located<PackInfo>;
  sectors: Located<z.output<typeof SectorEntry>[]>;
  capabilities: Located<z.output<typeof CapabilityEntry>[]>;
  units: Located<z.output<typeof UnitEntry>[]>;
  agencies: Located<z.output<typeof AgencyEntry>[]>;
  unitGroups: Located<z.output<typeof UnitGroupEntry>[]>;
  places: (Row<PlaceRow> & { file: string })[];
  documents: DocumentFolder[];
  stories: Located<StoryEntry[]>;
  glossary: Located<GlossaryEntry[]>;
  support: Located<Support>;
  terms: Located<TermsFile>;
  register: Located<z.output<typeof RegisterFile>>;
  calls: Located<CallEntry[]>;
  /** undefined where the pack says nothing of what is published elsewhere */
  published: Located<PublishedFile> | undefined;
};

/**
 * Read a pack folder: pack.yaml, the vocabularies, places.csv and documents/<id>/.
 * Files that a pack does not need may be missing; pack.yaml and each document.yaml may not.
 * @throws InputError with every schema and syntax problem of every file
 */
export function readPack(dir: string): Pack {
  const problems: Problem[] = [];
  const missing = <T>(file: string, data: T): Located<T> => ({ data, file, lineOf: () => undefined });
  const yaml = <S extends z.ZodType>(file: string, schema: S, fallback?: z.output<S>): Located<z.output<S>> => {
    const path = join(dir, file);
    if (!existsSync(path)) {
      if (fallback === undefined) problems.push({ file, rule: READING.missingFile() });
      return missing(file, fallback as z.output<S>);
    }
    // a refused file leaves its fallback behind; the problems below stop the build
    return readYaml(path, file, schema, problems) ?? missing(file, fallback as z.output<S>);
  };
  const csv = <S extends z.ZodType>(file: string, schema: S): Row<z.output<S>>[] =>
    existsSync(join(dir, file)) ? readCsv(join(dir, file), file, schema, problems) : [];

  const info = yaml('pack.yaml', PackInfo);
  const vocabularies = {
    sectors: yaml('sectors.yaml', z.array(SectorEntry), []),
    capabilities: yaml('capabilities.yaml', z.array(CapabilityEntry), []),
    units: yaml('units.yaml', z.array(UnitEntry), []),
    agencies: yaml('agencies.yaml', z.array(AgencyEntry), []),
    unitGroups: yaml('unit-groups.yaml', z.array(UnitGroupEntry), []),
    stories: yaml('stories.yaml', z.array(StoryEntry), []),
    glossary: yaml('glossary.yaml', z.array(GlossaryEntry), []),
    support: yaml('support.yaml', SupportFile, { inputs: [], examples: [] }),
    terms: yaml('terms.yaml', TermsFile, { terms: [], wording: [] }),
    register: yaml('documents.yaml', RegisterFile, { lines: [], documents: [] }),
    calls: yaml('calls.yaml', z.array(CallEntry), []),
    published: existsSync(join(dir, 'published.yaml')) ? yaml('published.yaml', PublishedFile) : undefined
  };
  const folders = documentFolders(dir);
  const places = csv('places.csv', PlaceRow).map((row) => ({ ...row, file: 'places.csv' }));
  const documents = folders.map((name): DocumentFolder => {
    const at = (file: string) => `documents/${name}/${file}`;
    const document = yaml(at('document.yaml'), DocumentFile);
    const text = existsSync(join(dir, at('source.txt'))) ? readText(join(dir, at('source.txt')), at('source.txt'), problems) : undefined;
    places.push(...csv(at('places.csv'), PlaceRow).map((row) => ({ ...row, file: at('places.csv') })));
    return {
      document,
      zones: yaml(at('zones.yaml'), ZonesFile, { layouts: [], zones: [] }),
      targets: yaml(at('targets.yaml'), z.array(TargetEntry), []),
      incentives: yaml(at('incentives.yaml'), z.array(IncentiveEntry), []),
      notes: yaml(at('notes.yaml'), z.array(NoteEntry), []),
      mentions: { file: at('mentions.csv'), rows: csv(at('mentions.csv'), MentionRow) },
      sectors: existsSync(join(dir, at('sectors.csv'))) ? { file: at('sectors.csv'), rows: csv(at('sectors.csv'), SectorRow) } : undefined,
      ...(text === undefined ? {} : { source: { file: at('source.txt'), text } })
    };
  });
  for (const file of strangers(dir)) problems.push({ file, rule: READING.stranger() });
  if (problems.length > 0) throw new InputError(problems);
  return { dir, info, ...vocabularies, places, documents };
}

const IN_PACK = /^(pack|sectors|capabilities|units|agencies|unit-groups|stories|glossary|support|terms|documents|published|calls)\.yaml$|^places\.csv$/;
const IN_DOCUMENT = /^documents\/[^/]+\/((document|zones|targets|incentives|notes)\.yaml|(mentions|places|sectors)\.csv)$/;
const IN_BOUNDARIES = /^boundaries\/(changes\.yaml|(whole-changes|not-drawn|english-names|english-stems|label-points)\.csv)$/;

/** Tables and YAML files that nothing reads, by name: misspelt, or in the wrong folder. */
function strangers(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ya?ml|csv)$/i.test(name) && ![IN_PACK, IN_DOCUMENT, IN_BOUNDARIES].some((known) => known.test(name)))
    .sort();
}
