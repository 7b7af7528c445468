import { walkXml } from './read-xml';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

/*
 * Office Open XML packages (ECMA-376 part 2): parts find each other by relationships, whatever they are called. Types are compared by their
 * last word, which is the same in the transitional and the strict namespaces.
 */

export type Relationship = Readonly<{ id: string; type: string; target: string }>;

/** The parts of an archive by their names, as packages compare them: without regard to case. */
export const partsByName = (entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> =>
  new Map(entries.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/').replace(/^\//, ''), entry]));

/** A target as a part's name: relative to the folder of the part that names it. */
function resolve(base: string, target: string): string {
  const steps = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

/** A part's text; '' where there is no such part. @throws ImportRefused */
export async function partText(file: Blob, parts: ReadonlyMap<string, ZipEntry>, name: string, signal?: AbortSignal): Promise<string> {
  const entry = parts.get(name);
  return entry ? new TextDecoder().decode(await unpackAll(file, entry, signal)) : '';
}

/** What a part refers to; of the package itself with ''. @throws ImportRefused */
export async function relationsOf(file: Blob, parts: ReadonlyMap<string, ZipEntry>, name: string, signal?: AbortSignal): Promise<Relationship[]> {
  const at = name.lastIndexOf('/') + 1;
  const xml = await partText(file, parts, `${name.slice(0, at)}_rels/${name.slice(at)}.rels`, signal);
  const relations: Relationship[] = [];
  if (xml === '') return relations;
  walkXml(xml, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes();
      if (TargetMode !== 'External') relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(name, Target) });
    },
    close: () => undefined,
    text: () => undefined
  });
  return relations;
}

/** The name of a package's main part (workbook, document, presentation); undefined where the archive is no such package. */
export async function mainPart(file: Blob, entries: readonly ZipEntry[]): Promise<string | undefined> {
  const parts = partsByName(entries);
  const main = (await relationsOf(file, parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main !== undefined && parts.has(main)) return main;
  // made by hand, or its relations lost
  return ['xl/workbook.xml', 'xl/workbook.bin', 'word/document.xml', 'ppt/presentation.xml'].find((name) => parts.has(name));
}
