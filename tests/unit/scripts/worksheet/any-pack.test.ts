import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DocumentFile } from '#lib/schema/pack';
import { PACK_FILES } from '../../../../scripts/steps/fields/files';
import type { PackFile } from '../../../../scripts/steps/fields/files';
import { fromRows } from '../../../../scripts/steps/worksheet/from-rows';
import type { ReadRows } from '../../../../scripts/steps/worksheet/from-rows';
import type { Part, SourceText } from '../../../../scripts/steps/worksheet/parts';
import { readBook } from '../../../../scripts/steps/worksheet/read-book';
import { worksheetSheets } from '../../../../scripts/steps/worksheet/sheets';
import { toRows } from '../../../../scripts/steps/worksheet/to-rows';
import type { SheetRows } from '../../../../scripts/steps/worksheet/to-rows';
import { writeBook } from '../../../../scripts/steps/worksheet/write-book';
import { contentOf } from './any-content';

const sheets = worksheetSheets();
const HOME = 'a-plan';
const isTable = ({ name }: PackFile) => name.endsWith('.csv');
const contentSchema = (file: PackFile) => (isTable(file) ? z.array(file.schema) : file.schema);

/** A document that others' rows can belong to. */
const home: Part = {
  file: PACK_FILES.find(({ name }) => name === 'document.yaml')!,
  document: HOME,
  data: DocumentFile.parse({
    id: HOME,
    kind: 'policy',
    title: { zh: '甲', en: 'A' },
    short: { zh: '甲', en: 'A' },
    issuer: { zh: '甲', en: 'A' },
    clauses: [{ id: '一', title: { zh: '甲', en: 'A' } }]
  })
};

/** Rows as a workbook would hand them over, without writing one. */
const asRead = (rows: SheetRows): ReadRows =>
  new Map([...rows].map(([key, list]) => [key, list.map((row, i) => ({ line: i + 3, cells: new Map(Object.entries(row)) }))]));

function partsOf(file: PackFile, data: unknown): Part[] {
  if (file.name === 'document.yaml') return [{ file, document: HOME, data: { ...(data as object), id: HOME } }];
  return file.where === 'document' ? [home, { file, document: HOME, data }] : [{ file, data }];
}

function expectBack(parts: readonly Part[], sources: readonly SourceText[], rows: ReadRows): void {
  const { files, problems } = fromRows(rows, sheets);
  expect(problems).toEqual([]);
  for (const { file, document, data } of parts) {
    const found = files.find((one) => 'file' in one && one.file === file && one.document === document);
    const schema = contentSchema(file);
    // nothing in it: the file may be missing, which is the same
    const back =
      found && 'file' in found
        ? schema.parse(found.content)
        : schema.parse(Array.isArray(data) ? [] : Object.fromEntries(Object.entries(data as object).map(([key]) => [key, []])));
    expect(back).toEqual(data);
  }
  for (const { document, text } of sources) expect(files).toContainEqual({ document, text });
}

describe('any content comes back from the rows of a worksheet', () => {
  it.each(PACK_FILES.map((file) => [file.name, file] as const))('%s', (_, file) => {
    fc.assert(
      fc.property(contentOf(contentSchema(file)), (data) => {
        const parts = partsOf(file, data);
        expectBack(parts, [], asRead(toRows({ parts, sources: [] }, sheets)));
      }),
      { numRuns: 40, endOnFailure: true }
    );
  });

  it('printed texts, with all ends of lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('一、', 'a', '\n', '\r\n', ' ', '\t', '""', '\\', '\r')), (bits) => {
        const sources = [{ document: HOME, text: bits.join('') }];
        expectBack([home], sources, asRead(toRows({ parts: [home], sources }, sheets)));
      })
    );
  });
});

it('any pack comes back from its workbook', { timeout: 120_000 }, async () => {
  const all = fc.tuple(...PACK_FILES.map((file) => contentOf(contentSchema(file)).map((data) => ({ file, data }))), fc.string({ unit: 'grapheme' }));
  await fc.assert(
    fc.asyncProperty(all, async (drawn) => {
      const text = drawn.at(-1) as string;
      const parts = (drawn.slice(0, -1) as { file: PackFile; data: unknown }[]).flatMap(({ file, data }) =>
        partsOf(file, data).filter((part) => part !== home)
      );
      const sources = [{ document: HOME, text }];
      const bytes = await writeBook(toRows({ parts, sources }, sheets), sheets, 'any');
      const { rows, remarks } = await readBook(bytes, sheets, 'any.xlsx');
      expect(remarks).toEqual([]);
      expectBack(parts, sources, rows);
    }),
    { numRuns: 5, endOnFailure: true }
  );
});
