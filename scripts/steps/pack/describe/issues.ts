import { z } from 'zod';
import type { Said } from '../../problem';
import { READING } from '../words/reading';
import { schemaRule } from '../words/rules';
import { closest } from './closest';
import { definitionOf, fieldsAt, schemasAt } from './schema-at';
import type { Schema } from './schema-at';
import { almost, noDay, noNumber, wantedAt } from './values';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
/** Something wrong at a place in a file. */
export type Fault = Readonly<{ path: PropertyKey[]; rule: Said }>;

const ENGLISH = z.locales.en().localeError;
const CHINESE = z.locales.zhCN().localeError;

const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), content);

/** Of a union, the issues of the form that the value comes nearest to. */
function settled(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0 || issue.message !== 'Invalid input') return [issue];
  const weight = (issues: readonly Issue[]) => issues.length + (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? 1000 : 0);
  const [nearest = []] = [...issue.errors].sort((a, b) => weight(a) - weight(b));
  return nearest.flatMap(settled).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/**
 * What is wrong with a file's content, in words: one fault for each mistake, though a schema may have several issues with it (a field that is misspelt is
 * unknown, and missing under its right name).
 * @param issues what `schema` has to say of `content`
 */
export function describeIssues(schema: Schema, content: unknown, issues: readonly Issue[]): Fault[] {
  const all = issues.flatMap(settled);
  const excused = new Set<string>();
  const unknown = all.flatMap((issue): Fault[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    const free = fieldsAt(schema, issue.path).filter((field) => valueAt(content, [...issue.path, field]) === undefined);
    return issue.keys.map((key): Fault => {
      const [, field] = /^([A-Za-z]\w*)\s*[：﹕]/.exec(key) ?? [];
      const meant = field ?? closest(key, free);
      if (meant !== undefined) excused.add([...issue.path, meant].join('.'));
      const rule = field ? READING.wideColon(field) : meant === undefined ? READING.noField(key, free) : READING.typo(key, meant);
      return { path: [...issue.path, key], rule };
    });
  });
  const others = all.filter(({ code, path }) => code !== 'unrecognized_keys' && !excused.has(path.join('.')));
  return [...unknown, ...others.map((issue): Fault => ({ path: [...issue.path], rule: describe(schema, content, issue) }))];
}

function describe(schema: Schema, content: unknown, issue: Issue): Said {
  const value = valueAt(content, issue.path);
  const forms = schemasAt(schema, issue.path);
  const field = String(issue.path.findLast((key) => typeof key === 'string') ?? '');
  if (value === undefined || value === null) return READING.missing(wantedAt(forms, field));
  const better = typeof value === 'string' ? almost(value, forms) : undefined;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value, wantedAt(forms, field), forms);
    case 'invalid_value':
      return READING.noOption(String(value), issue.values.map(String), better ?? closest(String(value), issue.values.map(String)));
    case 'invalid_format':
      if (issue.format === 'date') return noDay(String(value));
      break;
    case 'too_small':
    case 'too_big':
      return schemaRule(issue.message) ?? outOfRange(issue, value);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      break;
  }
  const rule = schemaRule(issue.message) ?? inBoth(issue);
  return better === undefined ? rule : READING.instead(rule, JSON.stringify(better));
}

function wrongType(expected: string, value: unknown, wanted: Said, forms: readonly Schema[]): Said {
  if (expected === 'number' && typeof value === 'string') return noNumber(value);
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return READING.inQuotes(String(value));
  if (forms.some((form) => definitionOf(form).type === 'array') && typeof value === 'string')
    return READING.wanted(value, { zh: ` [${value}]`, en: `[${value}]` });
  return READING.wanted(typeof value === 'object' ? '…' : String(value), wanted);
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): Said {
  const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'array') return issue.code === 'too_small' ? READING.least(bound) : READING.most(bound);
  if (issue.origin === 'string' && issue.code === 'too_small') return bound === '1' ? READING.empty() : READING.tooShort(bound);
  const words = issue.code === 'too_small' ? READING.tooSmall : READING.tooBig;
  return words(String(value), bound, issue.inclusive ?? true);
}

/** The library's own words, which it has in both languages. */
function inBoth(issue: Issue): Said {
  const text = (said: ReturnType<typeof ENGLISH>): string => (typeof said === 'string' ? said : (said?.message ?? issue.message));
  const raw = { ...issue, input: undefined } as unknown as Parameters<typeof ENGLISH>[0];
  const plain = text(ENGLISH(raw));
  // a message of the schema's own that has no Chinese is better than a general one
  return issue.message === plain ? { zh: text(CHINESE(raw)), en: plain } : { zh: issue.message, en: issue.message };
}
