import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Papa from 'papaparse';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { formOf } from '../fields/form';
import { PACK_FILES } from '../fields/files';
import type { PackFile } from '../fields/files';
import { documentFolders } from '../pack/document-folders';
import type { Problem } from '../problem';
import type { NewFile } from './from-rows';
import { pathOf, readPart, SOURCE_FILE } from './parts';

/** What became of the files of a pack, by name. `left`: files in the folder that no row of the worksheet is for. */
type Written = Readonly<{ written: string[]; same: string[]; left: string[] }>;

/** Lines of YAML are about this long. */
const WIDTH = 160;

/** YAML as people write it: short texts and lists in one line. */
export function toYaml(content: unknown): string {
  const document = new Document(content);
  visit(document, {
    Collection(_, node) {
      const scalars = node.items.every((item) => isScalar(item) || (typeof item === 'object' && item !== null && 'value' in item && isScalar(item.value)));
      const isShort = isSeq(node) || (isMap(node) && node.items.length <= 3);
      if (scalars && isShort && JSON.stringify(node.toJSON()).length < WIDTH / 2) node.flow = true;
    }
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

function toTable(file: PackFile, rows: unknown): string {
  const form = formOf(file.schema);
  const fields = form.kind === 'record' ? form.fields.map(({ key }) => key) : [];
  return `${Papa.unparse({ fields, data: rows as Record<string, unknown>[] }, { newline: '\n' })}\n`;
}

/**
 * Write the files of a worksheet to a pack's folder. A file that says the same already is left as it is, with its comments.
 * Nothing is deleted: whether a file without rows is to go is for its author to say.
 */
export function writeFiles(files: readonly NewFile[], dir: string): Written {
  const written: string[] = [];
  const same: string[] = [];
  for (const one of files) {
    const name = 'file' in one ? pathOf(one.file.name, one.document) : pathOf(SOURCE_FILE, one.document);
    if (saysTheSame(one, dir, name)) same.push(name);
    else {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), 'text' in one ? one.text : one.file.name.endsWith('.csv') ? toTable(one.file, one.content) : toYaml(one.content));
      written.push(name);
    }
  }
  const kept = new Set([...written, ...same]);
  return { written, same, left: filesIn(dir).filter((name) => !kept.has(name)) };
}

/** Files of facts in a pack's folder, whether or not they say anything. */
const filesIn = (dir: string): string[] =>
  [
    ...PACK_FILES.flatMap(({ name, where }) =>
      [...(where === 'document' ? [] : [undefined]), ...(where === 'pack' ? [] : documentFolders(dir))].map((document) => pathOf(name, document))
    ),
    ...documentFolders(dir).map((document) => pathOf(SOURCE_FILE, document))
  ].filter((name) => existsSync(join(dir, name)));

function saysTheSame(one: NewFile, dir: string, name: string): boolean {
  if ('text' in one) return existsSync(join(dir, name)) && readFileSync(join(dir, name), 'utf8') === one.text;
  const problems: Problem[] = [];
  const now = readPart(dir, one.file, one.document, problems);
  // what is broken is left out of what is read: the file says more than that
  if (!now || problems.length > 0) return false;
  const { schema, name: fileName } = one.file;
  const content = fileName.endsWith('.csv') ? (one.content as unknown[]).map((row) => schema.parse(row)) : schema.parse(one.content);
  return isDeepStrictEqual(now.data, content);
}
