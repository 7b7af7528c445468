import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, EMPTY_OWN, PITCH_LIMITS, SLIDES, tidyOwn, withNotesInternal } from '#lib/features/pitch/state';
import type { OwnPitch } from '#lib/features/pitch/state';
import { formatDraft, formatPitch, isPitchLink, isShared, LONGEST_LINK, parseDraft, parsePitch } from '#lib/features/pitch/address';

const ZONES = ['h24-core-qiantang', 'h24-park-xiaoshan', 'z-3', 'z-4', 'z-5', 'z-6', 'z-7', 'z-8', 'z-9'];
const known = {
  zones: new Set(ZONES),
  sectors: new Set(['synbio', 'devices']),
  wishes: new Set(['land-m3', 'airport']),
  renamed: [{ from: 'old-name', to: 'z-3' }]
};

const text = fc.string({ unit: 'binary', maxLength: 500 });
const pitches: fc.Arbitrary<OwnPitch> = fc
  .record({
    zones: fc.uniqueArray(fc.constantFrom(...ZONES), { maxLength: PITCH_LIMITS.zones }),
    title: text,
    audience: fc.constantFrom(...AUDIENCES),
    office: text,
    project: text,
    wishes: fc.uniqueArray(fc.constantFrom(...known.wishes)),
    history: fc.boolean(),
    off: fc.subarray([...SLIDES]),
    sectors: fc.uniqueArray(fc.constantFrom(...known.sectors)),
    notes: fc.dictionary(fc.constantFrom(...ZONES), text),
    internal: fc.dictionary(fc.constantFrom(...ZONES), text)
  })
  .map((state) => tidyOwn(state));

describe('the link of a pitch', () => {
  it('gives back every pitch, without what is internal', () => {
    fc.assert(
      fc.property(pitches, (own) => {
        const link = formatPitch(own, '2026.11.0');
        const state = { ...own, internal: {} };
        expect(link).toBe(formatPitch(state, '2026.11.0'));
        expect(link).toMatch(/^[\x21-\x7e]*$/);
        expect(parsePitch(`#${link}`, known)).toEqual({ state, version: '2026.11.0', problems: [] });
      })
    );
  });

  it('stays readable and leaves out what is empty', () => {
    const { state } = parsePitch('#z=h24-core-qiantang,z-3&n.z-3=近机场', known);
    expect(formatPitch(state)).toBe('z=h24-core-qiantang,z-3&n.z-3=%E8%BF%91%E6%9C%BA%E5%9C%BA');
  });

  it('is long enough for eight notes of the greatest length', () => {
    const notes = Object.fromEntries(ZONES.slice(0, 8).map((id) => [id, '港'.repeat(PITCH_LIMITS.note)]));
    const internal = Object.fromEntries(ZONES.slice(0, 8).map((id) => [id, '港'.repeat(PITCH_LIMITS.internal)]));
    const words = {
      ...EMPTY_OWN,
      title: '港'.repeat(99),
      audience: 'internal',
      office: '港'.repeat(99),
      project: '港'.repeat(999),
      sectors: ['synbio']
    } as const;
    const full = tidyOwn({ ...words, zones: ZONES.slice(0, 8), notes, internal });
    expect(formatPitch(full).length).toBeLessThan(LONGEST_LINK);
    expect(parsePitch(formatPitch(full), known).state).toEqual({ ...full, internal: {} });
    expect(parseDraft(formatDraft(full), known)).toMatchObject({ state: full, problems: [] });
  });

  it('follows renamed ids, in notes too, and names what it cannot use', () => {
    const { state, problems } = parsePitch('#z=old-name,nowhere,z-4&s=synbio,alchemy&for=everyone&n.old-name=x&n.nowhere=y', known);
    expect(state.zones).toEqual(['z-3', 'z-4']);
    expect(state.notes).toEqual({ 'z-3': 'x' });
    expect(state.audience).toBe('investor');
    expect(problems).toEqual([
      { parameter: 'z', value: 'nowhere' },
      { parameter: 'for', value: 'everyone' },
      { parameter: 'n.nowhere', value: 'y' },
      { parameter: 's', value: 'alchemy' }
    ]);
  });

  it('holds no more zones than a pitch', () => {
    const { state, problems } = parsePitch(`#z=${ZONES.join(',')}`, known);
    expect(state.zones).toHaveLength(PITCH_LIMITS.zones);
    expect(problems).toEqual([{ parameter: 'z', value: 'z-9' }]);
  });

  it('takes anything without failing, and what it makes of it is within the limits', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('z', 't', 'for', 'o', 'p', 's', 'w', 'h', 'off', 'v', 'n.z-3', 'i.z-3', 'n.__proto__', '__proto__', 'n.'),
            fc.string({ unit: 'binary' })
          ),
          {
            maxLength: 12
          }
        )
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'))
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { state, problems } = parsePitch(fragment, known);
        expect(state).toEqual(tidyOwn(state));
        expect(state.zones.every((id) => known.zones.has(id))).toBe(true);
        expect(problems.every(({ value }) => value.length <= 60)).toBe(true);
        isPitchLink(fragment);
      })
    );
    expect(parsePitch(`#z=z-3&t=${'x'.repeat(1_000_000)}`, known).problems[0]?.parameter).toBe('#');
    for (const bad of ['#z=%', '#%E0%A4%A', '#z=z-3&t=%ff%fe', '#z=<script>', '#z=z-3&n.z-3=\u0000']) expect(() => parsePitch(bad, known)).not.toThrow();
  });

  it('cuts texts and says so, and drops what no file can hold', () => {
    const { state, problems } = parsePitch(`#z=z-3&t=%00%07a%0Ab${'x'.repeat(200)}&n.z-3=%1B1%0A2&p=${'y'.repeat(PITCH_LIMITS.project)}`, known);
    expect(problems.map(({ parameter }) => parameter)).toEqual(['t']);
    expect(state.title).toBe(`a b${'x'.repeat(PITCH_LIMITS.title - 3)}`);
    expect(state.notes['z-3']).toBe('1\n2');
  });

  it('is told from fragments that are for the page', () => {
    expect(isPitchLink('#z=a')).toBe(true);
    expect(isPitchLink('#t=x&z=a')).toBe(true);
    expect(isPitchLink('#main')).toBe(false);
    expect(isPitchLink('#size=a')).toBe(false);
    expect(isPitchLink('')).toBe(false);
  });
});

describe('whose a pitch is', () => {
  it('is another’s in every link that is shared, and the reader’s where a page of this site chose zones for a project', () => {
    fc.assert(
      fc.property(pitches, (state) => {
        expect(isShared(parsePitch(formatPitch(state, '2026.11.0'), known))).toBe(true);
      })
    );
    for (const [fragment, shared] of [
      ['#z=z-3,z-4', false],
      ['#z=z-3&p=%E4%B8%AD%E8%AF%95&s=synbio&w=land-m3', false],
      ['#z=z-3&o=Office', true],
      ['#z=z-3&h=1', true],
      ['#z=z-3&off=visit', true],
      ['#z=z-3&t=Theirs', true],
      ['#z=z-3&for=internal', true],
      ['#z=z-3&n.z-3=x', true],
      ['#z=z-3&i.z-3=x', true]
    ] as const)
      expect(isShared(parsePitch(fragment, known)), fragment).toBe(shared);
  });
});

describe('the draft of a pitch', () => {
  it('gives back every pitch, with what is internal', () => {
    fc.assert(
      fc.property(pitches, (state) => {
        expect(parseDraft(formatDraft(state), known)).toEqual({ state, version: undefined, problems: [], hidden: [] });
      })
    );
  });

  it('from before notes were internal by default keeps them all, as internal, and names those that were shown', () => {
    const { state, hidden } = parseDraft('z=z-3,z-4,z-5&t=Mine&n.z-3=地价可谈&i.z-4=ours', known);
    expect([state.notes, state.internal]).toEqual([{}, { 'z-3': '地价可谈', 'z-4': 'ours' }]);
    expect(state.title).toBe('Mine');
    expect(hidden).toEqual(['z-3']);
    expect(formatPitch(state)).toBe('z=z-3,z-4,z-5&t=Mine');
    // once kept anew they stay internal, and nobody is told twice
    expect(parseDraft(formatDraft(state), known)).toMatchObject({ state, hidden: [] });
  });

  it('from when a note was shown or not keeps those that were shown for the visitor, and the others internal', () => {
    const { state, hidden } = parseDraft('notes=chosen&z=z-3,z-4&n.z-3=近机场&i.z-4=地价可谈', known);
    expect([state.notes, state.internal, hidden]).toEqual([{ 'z-3': '近机场' }, { 'z-4': '地价可谈' }, []]);
  });

  it('cannot be feigned by a link: its mark means nothing there', () => {
    expect(parsePitch('#notes=chosen&z=z-3&n.z-3=x', known)).toEqual(parsePitch('#z=z-3&n.z-3=x', known));
  });
});

describe('a link from before notes were internal by default', () => {
  it('shows the notes that its sender gave away with it, and gives away no others when it is passed on', () => {
    const { state } = parsePitch('#z=z-3,z-4&n.z-3=near&i.z-4=ours', known);
    expect([state.notes, state.internal]).toEqual([{ 'z-3': 'near' }, { 'z-4': 'ours' }]);
    expect(formatPitch(state)).toBe('z=z-3,z-4&n.z-3=near');
  });

  it('loses no note when it is taken over, and gives none away until its new maker says so', () => {
    // among colleagues notes were ticked without a thought
    const { state } = parsePitch('#z=z-3&for=internal&n.z-3=doubtful', known);
    const taken = withNotesInternal(state);
    expect([taken.notes, taken.internal]).toEqual([{}, { 'z-3': 'doubtful' }]);
    expect(formatPitch(taken)).toBe('z=z-3&for=internal');
  });
});
