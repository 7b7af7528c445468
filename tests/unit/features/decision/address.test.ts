import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecision, MOST_ZONES, parseDecision } from '#lib/features/decision/address';
import type { SupportInput } from '#lib/schema/support';
import { zone } from '../../atlas/fixtures';
import { atlasOf } from '../match/worked';

/* The decision sheet's address: project, answers and zones together. */

const atlas = atlasOf(['a', 'b', 'c', 'd'].map((id) => zone(id, { units: ['330106'] })));
const label = { zh: '问', en: 'ask' };
const inputs: SupportInput[] = [
  { id: 'fixed-assets', kind: 'money', label },
  { id: 'products', kind: 'count', label }
];
const parse = (search: string) => parseDecision(new URLSearchParams(search), atlas, inputs);

describe('address of a decision sheet', () => {
  it('asks nothing twice: investment and stage fill the question of support', () => {
    const { question, project } = parse('s=synbio&stage=manufacturing&invest=30000&on=2027-03-01&products=2');
    expect(question).toEqual({ groups: ['investment'], answers: { 'fixed-assets': 30_000, products: 2 }, draft: false, on: '2027-03-01' });
    expect(project.investment).toBe(30_000);
    // what was answered on the page of support goes before
    expect(parse('s=synbio&invest=30000&fixed-assets=500&for=rd').question).toMatchObject({ groups: ['rd'], answers: { 'fixed-assets': 500 } });
  });

  it('takes three zones at most, each once, and says what it left out', () => {
    const { zones, problems } = parse('zones=a,nowhere,b,a,c,d');
    expect(zones).toEqual(['a', 'b', 'c'].slice(0, MOST_ZONES));
    expect(problems.map(({ value }) => value)).toEqual(['nowhere', 'd']);
  });

  it('reads back what it writes, whatever it was given', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.constantFrom('zones', 's', 'stage', 'land', 'must', 'near', 'invest', 'on', 'for', 'fixed-assets', 'products', 'draft', 'w.land', '__proto__'),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            'a,b',
            'synbio',
            'land-m3',
            'research,manufacturing',
            'airport',
            '30000',
            '-1',
            '2027-03-01',
            'rd,market',
            '3',
            'yes',
            'x,'.repeat(900)
          )
        )
      ),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(pairs, (given) => {
        const { problems: _, ...first } = parse(new URLSearchParams(given).toString());
        const { problems, ...again } = parse(formatDecision(first, inputs));
        expect(again).toEqual(first);
        expect(problems).toEqual([]);
      })
    );
  });
});
