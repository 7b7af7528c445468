import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { packCopy } from './support';

const PLACES = 'documents/demo-plan/places.csv';

/** What is said of the demo pack with its places written in another way. */
function saidOf(edit: (text: string) => string | Buffer): string {
  const dir = packCopy();
  const path = join(dir, PLACES);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  try {
    return `${readPack(dir).places.length} place`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
const [header = '', row = ''] = readFileSync(join('tests/packs/suzhou-demo', PLACES), 'utf8').split('\n');

it.each<[string, string]>([
  ['a byte order mark, as Excel writes it', `\uFEFF${header}\n${row}\n`],
  ['lines that end as on Windows', `${header}\r\n${row}\r\n`],
  ['rows without content at the end', `${header}\n${row}\n${','.repeat(10)}\n\n`],
  ['a row without content between others', `${header}\n\n${row}\n`],
  ['columns without name and content', `${header},,\n${row},,\n`]
])('a table may have %s', (_, text) => {
  expect(saidOf(() => text)).toBe('1 place');
});

it.each<[string, string | Buffer, RegExp]>([
  ['tabs for commas', `${header}\n${row}`.replaceAll(',', '\t'), /^[^\n]*places\.csv:1: the columns are separated by tabs/],
  ['semicolons for commas', `${header}\n${row}`.replaceAll(',', ';'), /^[^\n]*places\.csv:1: the columns are separated by semicolons[^\n]*$/],
  ['commas of full width', `${header}\n${row}`.replaceAll(',', '，'), /^[^\n]*places\.csv:1: the columns are separated by commas of full width[^\n]*$/],
  ['a column without name that has content', `${header},\n${row},x\n`, /^[^\n]*places\.csv:1: a column without a name has content[^\n]*$/],
  ['a column too many', `${header},colour\n${row},red\n`, /^[^\n]*places\.csv:1: there is no column "colour": take it out; columns are id, nameZh[^\n]*$/],
  ['the encoding of Excel’s Unicode text', Buffer.from(`\uFEFF${header}\n${row}\n`, 'utf16le'), /^[^\n]*places\.csv:1: the file is in UTF-16[^\n]*$/],
  [
    'rows counted with the empty ones before them',
    `${header}\n\n${row.replace(',park,', ',garden,')}\n`,
    /^[^\n]*places\.csv:3 kind: "garden" is none of the options: write one of park, town,[^\n]*$/
  ],
  ['a position that is no number', `${header}\n${row.replace('120.62', '东经120')}\n`, /^[^\n]*places\.csv:2 lon: degrees are decimal numbers[^\n]*$/]
])('is refused for %s, in one line', (_, text, said) => {
  expect(saidOf(() => text)).toMatch(said);
});
