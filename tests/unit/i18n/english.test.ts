import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/* What an ear would stumble over in the site's English, as far as a machine can hear it. */

type Message = string | readonly Readonly<{ match: Readonly<Record<string, string>> }>[];
const DIR = 'src/i18n/messages/en';
const messages = readdirSync(DIR)
  .flatMap((file) => Object.entries(JSON.parse(readFileSync(`${DIR}/${file}`, 'utf8')) as Readonly<Record<string, Message>>))
  .filter(([name]) => !name.startsWith('$'));
const forms = messages.flatMap(([name, message]) =>
  (typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))).map((text) => [name, text] as const)
);

const THINGS =
  'zones|places|parks|platforms|targets|documents|measures|sectors|clauses|rows|points sampled|cells|values|layouts|members|counties|districts|days|slides|results|mentions|kinds';
/** Numbers that are never one: a limit, a number of all there is, what is said of several only. */
const NEVER_ONE = new Set([
  'compare_example_joint',
  'compare_joint',
  'method_sources_intro',
  'own_data_crowd_all',
  'own_data_crowd_hexagons',
  'own_data_preview_caption',
  'own_data_rows_xlsx_most',
  'pitch_chart_joint',
  'pitch_joint',
  'pitch_title_more',
  'pitch_zones_full',
  'shortlist_full',
  'support_rules_lead',
  'target_joint',
  'targets_count',
  'targets_description',
  'targets_lead',
  'timeline_lead',
  'unit_count',
  'unit_count_cities',
  'unit_count_mixed',
  'zone_count',
  'zones_elsewhere_all',
  'zones_figure_joint'
]);

describe('English messages', () => {
  it('have no Chinese in them', () => {
    expect(forms.filter(([, text]) => /[\p{Script=Han}\u3001-\u303f\uff00-\uff60]/u.test(text))).toEqual([]);
  });

  it('count with a form for one', () => {
    const several = new RegExp(`\\{(?!name|gloss)\\w+\\} (?:\\w+ )?(?:${THINGS})\\b`);
    const wrong = messages.filter(([name, message]) => typeof message === 'string' && several.test(message) && !NEVER_ONE.has(name));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['draft for comment', /consultation draft/i],
    ['cooperation', /co-operat/i],
    ['loaded', /\bfetch/i],
    ['support measures', /\bincentives?\b/i],
    ['notes', /\bremarks?\b/i],
    ['straight-line (great-circle)', /(?<!straight-line \()great-circle/i],
    ['joint target', /joint goal/i],
    ['target', /\bgoals?\b/i],
    ['not confirmed', /\b(?:not |un)prove[dn]\b/i],
    ['amounts', /\bsums\b/i],
    ['historical', /\bhistoric\b/i],
    ['a later document follows', /later document exists/i],
    ['’', /\w'\w/]
  ])('say “%s”, one word for one thing', (_, other) => {
    expect(forms.filter(([, text]) => other.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it.each([
    ['-ise, -our, -re', /\b(?:organiz|recogniz|summariz|emphasiz|analyz|color|favor|behavior|center|meter)(?:e[ds]?|ing|s)?\b/i],
    ['catalogue, licence', /\b(?:catalog|licenses)\b/i]
  ])('are spelt as in Britain: %s', (_, american) => {
    expect(forms.filter(([, text]) => american.test(text))).toEqual([]);
  });
});
