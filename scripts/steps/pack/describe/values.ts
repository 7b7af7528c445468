import { z } from 'zod';
import type { Said } from '../../problem';
import { READING, WANTED } from '../words/reading';
import { schemaRule } from '../words/rules';
import { definitionOf, ownRule } from './schema-at';
import type { Schema } from './schema-at';

/** Fields that hold an id of another file, by name. */
const HOMES: Readonly<Record<string, string>> = {
  unit: 'units.yaml',
  sector: 'sectors.yaml',
  sectors: 'sectors.yaml',
  capability: 'capabilities.yaml',
  layout: 'zones.yaml',
  defaultLayout: 'zones.yaml',
  zone: 'zones.yaml',
  place: 'places.csv',
  target: 'targets.yaml',
  document: 'documents.yaml',
  clause: 'document.yaml'
};

/** Characters of full width, as Chinese input methods write them, in their plain form; blanks around are dropped. */
export const plainWidth = (text: string): string => text.normalize('NFKC').trim();

/** What is to be written at a place. @param field its name, where it has one */
export function wantedAt(forms: readonly Schema[], field: string): Said {
  const [form] = forms;
  if (!form) return WANTED.text;
  const { type, shape, entries, format } = definitionOf(form);
  const rule = ownRule(form);
  if (entries) return WANTED.oneOf(Object.values(entries));
  if (shape) return 'zh' in shape && 'en' in shape ? WANTED.texts : WANTED.fields(Object.keys(shape));
  if (type === 'array') return WANTED.list;
  if (type === 'number') return WANTED.number;
  if (type === 'boolean') return WANTED.boolean;
  if (format === 'date') return WANTED.day;
  const home = HOMES[field];
  if (home) return WANTED.idOf(home);
  const example = rule === undefined ? undefined : schemaRule(rule);
  return example ? { zh: `${WANTED.text.zh}（${example.zh}）`, en: `${WANTED.text.en} (${example.en})` } : WANTED.text;
}

/** Units that the program itself knows, by the Chinese that people put behind a number. */
const UNITS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^亿/, 'yi-yuan'],
  [/^万(?!平)/, 'wan-yuan'],
  [/^万平/, 'wan-m2'],
  [/^[%％]/, 'percent']
];

/** What is wrong with a text where a number is needed. */
export function noNumber(value: string): Said {
  const [, number = '', rest = ''] = /^[<>=≥≤~约达超]*\s*(-?\d[\d,，\s]*(?:\.\d+)?)\s*(.*)$/.exec(plainWidth(value)) ?? [];
  if (number === '') return READING.wanted(value, WANTED.number);
  const bare = number.replace(/[,，\s]/g, '');
  if (rest === '') return READING.number(value, bare);
  return READING.numberWithUnit(value, bare, rest, UNITS.find(([pattern]) => pattern.test(rest))?.[1] ?? 'items');
}

const two = (part: string): string => part.padStart(2, '0');

/** What is wrong with a text where a day is needed. */
export function noDay(value: string): Said {
  const [, year, month = '', day = ''] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(plainWidth(value)) ?? [];
  if (year === undefined) return READING.wanted(value, WANTED.day);
  const said = `${year}-${two(month)}-${two(day)}`;
  return z.iso.date().safeParse(said).success ? READING.wanted(value, { zh: ` ${said}`, en: said }) : READING.noDay(value);
}

/** Signs that people write for the operators. */
const SIGNS: Readonly<Record<string, string>> = { '≥': '>=', '≧': '>=', '=>': '>=', '≤': '<=', '≦': '<=', '=<': '<=', '==': '=', '≈': '~', 约: '~' };

/** The value that is meant by one that is almost right: in plain width, or as the sign or id that it stands for. */
export function almost(value: string, forms: readonly Schema[]): string | undefined {
  const plain = plainWidth(value);
  const id = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [plain, SIGNS[plain] ?? SIGNS[value], plain.toLowerCase(), ...(/^[\x20-\x7e]+$/.test(plain) ? [id] : [])].find(
    (candidate) => candidate !== undefined && candidate !== value && forms.some((form) => z.safeParse(form, candidate).success)
  );
}
