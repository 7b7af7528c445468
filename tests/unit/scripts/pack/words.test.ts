import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spokenLanguage } from '../../../../scripts/steps/arguments';
import { systemLanguage } from '../../../../scripts/steps/language';
import { closest } from '../../../../scripts/steps/pack/describe/closest';
import { describeIssues } from '../../../../scripts/steps/pack/describe/issues';
import { PACK_FILES } from '../../../../scripts/steps/fields/files';
import { placeInWords } from '../../../../scripts/steps/pack/words/place';
import { schemaRule } from '../../../../scripts/steps/pack/words/rules';

/** Every message that a schema, or a part of it, states of itself. */
function messagesIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const { _zod, error } = value as { _zod?: { def: unknown }; error?: unknown };
  const said: unknown = typeof error === 'function' ? (error as (issue: unknown) => unknown)({ input: '', issues: [] }) : undefined;
  return [
    ...(typeof said === 'string' ? [said] : []),
    ...(_zod ? messagesIn(_zod.def, seen) : Object.values(value).flatMap((inner) => messagesIn(inner, seen)))
  ];
}

describe('the words of the checker', () => {
  it('have Chinese for every rule that a pack’s schemas state of themselves', () => {
    const messages = new Set(messagesIn(PACK_FILES.map(({ schema }) => schema)));
    expect(messages.size).toBeGreaterThan(12);
    expect([...messages].filter((message) => schemaRule(message) === undefined)).toEqual([]);
  });

  it('count from one and name what they count', () => {
    const data = { zones: [{ id: 'a' }, { id: 'b', units: ['x', 'y'], sectors: [{ id: 's', units: ['z'] }] }] };
    const said = (...path: PropertyKey[]) => placeInWords('documents/d/zones.yaml', path, data);
    expect(said('zones', 1, 'units', 0)).toEqual({ zh: '第 2 个片区（b） → units 第 1 项', en: 'zone 2 (b) → units 1' });
    expect(said('zones', 1, 'sectors', 0, 'units', 0)).toEqual({
      zh: '第 2 个片区（b） → 第 1 个产业（s） → units 第 1 项',
      en: 'zone 2 (b) → sector 1 (s) → units 1'
    });
    expect(placeInWords('units.yaml', [1, 'name'], [{}, { id: 'kites' }])).toEqual({ zh: '第 2 个计量单位（kites） → name', en: 'unit 2 (kites) → name' });
    expect(placeInWords('pack.yaml', [], {})).toEqual({ zh: '', en: '' });
  });

  it('say what is to be written instead, one line for each mistake', () => {
    const schema = z.strictObject({
      id: z.string().regex(/^[a-z-]+$/, 'an id is lower-case letters, digits and single hyphens'),
      day: z.iso.date().optional(),
      kind: z.enum(['park', 'town']).optional(),
      list: z.array(z.string()).optional(),
      link: z.union([z.string(), z.strictObject({ id: z.string(), note: z.string() })]).optional()
    });
    const said = (content: unknown) =>
      describeIssues(schema, content, schema.safeParse(content).error?.issues ?? []).map(({ path, rule }) => `${path.join('.')}: ${rule.en}`);
    expect(said({ id: 'Demo Zone' })).toEqual(['id: an id is lower-case letters, digits and single hyphens; write "demo-zone"']);
    expect(said({ id: 'ａ' })).toEqual(['id: an id is lower-case letters, digits and single hyphens; write "a"']);
    expect(said({ idd: 'a' })).toEqual(['idd: there is no field "idd"; write id']);
    expect(said({ id: 'a', colour: 1 })).toEqual(['colour: there is no field "colour": take it out; what else may be written here is day, kind, list, link']);
    expect(said({ id: 'a', day: '2026/3/1' })).toEqual(['day: "2026/3/1" does not fit: write 2026-03-01']);
    expect(said({ id: 'a', kind: 'Park' })).toEqual(['kind: "Park" is none of the options: write park']);
    expect(said({ id: 'a', list: 'b' })).toEqual(['list: "b" does not fit: write [b]']);
    expect(said({ id: 'a', link: { id: 'b', noet: 'c' } })).toEqual(['link.noet: there is no field "noet"; write note']);
    expect(said({ id: null })).toEqual(['id: missing; write text (an id is lower-case letters, digits and single hyphens)']);
  });

  it('are those of the system, unless others are asked for', () => {
    expect(systemLanguage({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'de-DE')).toBe('zh');
    expect(systemLanguage({ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, 'de-DE')).toBe('en');
    expect(systemLanguage({ LANG: 'C.UTF-8' }, 'zh-CN')).toBe('en');
    expect(systemLanguage({}, 'zh-Hant-TW')).toBe('zh');
    expect(systemLanguage({}, 'zha')).toBe('en');
    expect(spokenLanguage(['--pack', 'x', '--lang', 'zh'], 'en')).toBe('zh');
    expect(spokenLanguage(['--lang=en'], 'zh')).toBe('en');
    expect(spokenLanguage(['--lang', 'fr'], 'zh')).toBe('zh');
  });

  it.each([
    ['wordng', 'wording'],
    ['words', 'wording'],
    ['sector', 'sectors'],
    ['nmae', 'name'],
    ['demo-park', 'demo-kite-park'],
    ['demo-lake-wing', undefined]
  ])('take %s for %s', (word, meant) => {
    expect(closest(word, ['wording', 'name', 'sectors', 'demo-kite-park', 'demo-core'])).toBe(meant);
  });
});
