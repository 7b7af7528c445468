import { readFileSync } from 'node:fs';
import type { AtlasData, GlossaryTerm, Story } from '#lib/schema/atlas';
import type { Examples } from '#lib/schema/examples';
import type { Passages } from '#lib/schema/passages';
import type { Call } from '#lib/schema/calls';
import type { Published } from '#lib/schema/published';
import type { Register } from '#lib/schema/register';
import type { Support } from '#lib/schema/support';
import type { Topology } from 'topojson-specification';

/* Prerendering reads the built data from disk; the browser fetches the same files. */

const read = <T>(file: string): T => JSON.parse(readFileSync(`static/data/v1/${file}`, 'utf8')) as T;
let atlas: AtlasData | undefined;

/** All facts, read once per build. */
export function readAtlas(): AtlasData {
  atlas ??= {
    index: read('index.json'),
    documents: read('documents.json'),
    layouts: read('layouts.json'),
    zones: read('zones.json'),
    sectors: read('sectors.json'),
    namings: read('namings.json'),
    targets: read('targets.json'),
    places: read('places.json'),
    incentives: read('incentives.json'),
    notes: read('notes.json'),
    vocabulary: read('vocabulary.json'),
    admin: read('admin.json')
  };
  return atlas;
}

/** Guided walks over the map. */
export const readStories = (): Story[] => read('stories.json');

/** Terms in plain words. */
export const readGlossary = (): GlossaryTerm[] => read('glossary.json');

/** What the support estimator asks, and its examples. */
export const readSupport = (): Support => read('support.json');

/** What empty pages start from. */
export const readExamples = (): Examples => read('examples.json');

/** Documents known of, held or not. */
export const readRegister = (): Register => read('register.json');

/** Yearly calls for applications, oldest first. */
export const readCalls = (): Call[] => read('calls.json');

let published: Published | undefined;

/** What is published elsewhere about areas and places, read once per build. */
export const readPublished = (): Published => (published ??= read<Published>('published.json'));

/** The printed text of a document by clause; empty where the pack does not carry it. */
export const readPassages = ({ id, passages }: { id: string; passages?: true | undefined }): Passages => (passages ? read(`passages/${id}.json`) : []);

/** A boundary topology: objects counties, prefectures, province, context, water. */
export const readTopology = (name: 'overview' | 'focus'): Topology => read<Topology>(`boundaries/${name}.topo.json`);
