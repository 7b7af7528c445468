import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACK_FILES } from '../fields/files';
import type { PackFile } from '../fields/files';
import { documentFolders } from '../pack/document-folders';
import { readCsv } from '../pack/read-csv';
import { readText } from '../pack/read-text';
import { readYaml } from '../pack/read-yaml';
import { InputError } from '../problem';
import type { Problem } from '../problem';

/** One file of a pack: its content as the schema has it (of a table: its rows), and the document in whose folder it stands. */
export type Part = Readonly<{ file: PackFile; document?: string; data: unknown }>;
/** A document's printed text. */
export type SourceText = Readonly<{ document: string; text: string }>;
export type PackParts = Readonly<{ parts: readonly Part[]; sources: readonly SourceText[] }>;

export const SOURCE_FILE = 'source.txt';

/** Where a part stands, from the pack's folder. */
export const pathOf = (name: string, document?: string): string => (document === undefined ? name : `documents/${document}/${name}`);

/** One file of a pack, or undefined where there is none or it does not fit its schema; then `problems` has why. */
export function readPart(dir: string, file: PackFile, document: string | undefined, problems: Problem[]): Part | undefined {
  const name = pathOf(file.name, document);
  const path = join(dir, name);
  if (!existsSync(path)) return undefined;
  const home = document === undefined ? {} : { document };
  if (file.name.endsWith('.csv')) return { file, ...home, data: readCsv(path, name, file.schema, problems).map(({ data }) => data) };
  const content = readYaml(path, name, file.schema, problems);
  return content === undefined ? undefined : { file, ...home, data: content.data };
}

/** Every file of a pack. @throws InputError with every problem of every file */
export function readParts(dir: string): PackParts {
  const problems: Problem[] = [];
  const folders = documentFolders(dir);
  const parts = PACK_FILES.flatMap((file) => {
    const places = [...(file.where === 'document' ? [] : [undefined]), ...(file.where === 'pack' ? [] : folders)];
    return places.flatMap((document) => readPart(dir, file, document, problems) ?? []);
  });
  const sources = folders.flatMap((document) => {
    const name = pathOf(SOURCE_FILE, document);
    const text = existsSync(join(dir, name)) ? readText(join(dir, name), name, problems) : undefined;
    return text === undefined ? [] : [{ document, text }];
  });
  for (const { document, data } of parts.filter(({ file }) => file.name === 'document.yaml')) {
    const { id } = data as { id: string };
    if (id !== document)
      problems.push({
        file: pathOf('document.yaml', document),
        path: 'id',
        rule: { zh: `编号“${id}”要和文件夹“${document ?? ''}”同名`, en: `the id "${id}" must be the name of its folder, "${document ?? ''}"` }
      });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { parts, sources };
}
