import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, forSharing, PITCH_LIMITS, tidyPitch, withNotesInternal } from '#lib/features/pitch/state';
import type { PitchState } from '#lib/features/pitch/state';
import { formatDraft, formatPitch, isPitchLink, LONGEST_LINK, parseDraft, parsePitch } from '#lib/features/pitch/address';

const ZONES = ['h24-core-qiantang', 'h24-park-xiaoshan', 'z-3', 'z-4', 'z-5', 'z-6', 'z-7', 'z-8', 'z-9'];
const known = { zones: new Set(ZONES), sectors: new Set(['synbio', 'devices']), renamed: [{ from: 'old-name', to: 'z-3' }] };

const text = fc.string({ unit: 'binary', maxLength: 500 });
const pitches: fc.Arbitrary<PitchState> = fc
  .record({
    zones: fc.uniqueArray(fc.constantFrom(...ZONES), { maxLength: PITCH_LIMITS.zones }),
    title: text,
    audience: fc.constantFrom(...AUDIENCES),
    project: text,
    sectors: fc.uniqueArray(fc.constantFrom(...known.sectors)),
    notes: fc.dictionary(fc.constantFrom(...ZONES), fc.record({ text, shown: fc.boolean() }))
  })
  .map((state) => tidyPitch(state));

describe('the link of a pitch', () => {
  it('gives back every pitch', () => {
    fc.assert(
      fc.property(pitches, (state) => {
        const link = formatPitch(state, '2026.11.0');
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
    const notes = Object.fromEntries(ZONES.slice(0, 8).map((id) => [id, { text: '港'.repeat(PITCH_LIMITS.note), shown: true }]));
    const full = tidyPitch({ zones: ZONES.slice(0, 8), title: '港'.repeat(99), audience: 'internal', project: '港'.repeat(999), sectors: ['synbio'], notes });
    expect(formatPitch(full).length).toBeLessThan(LONGEST_LINK);
    expect(parsePitch(formatPitch(full), known).state).toEqual(full);
  });

  it('follows renamed ids, in notes too, and names what it cannot use', () => {
    const { state, problems } = parsePitch('#z=old-name,nowhere,z-4&s=synbio,alchemy&for=everyone&n.old-name=x&n.nowhere=y', known);
    expect(state.zones).toEqual(['z-3', 'z-4']);
    expect(state.notes).toEqual({ 'z-3': { text: 'x', shown: true } });
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
        .array(fc.tuple(fc.constantFrom('z', 't', 'for', 'p', 's', 'v', 'n.z-3', 'i.z-3', 'n.__proto__', '__proto__', 'n.'), fc.string({ unit: 'binary' })), {
          maxLength: 12
        })
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'))
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { state, problems } = parsePitch(fragment, known);
        expect(state).toEqual(tidyPitch(state));
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
    expect(state.notes['z-3']?.text).toBe('1\n2');
  });

  it('is told from fragments that are for the page', () => {
    expect(isPitchLink('#z=a')).toBe(true);
    expect(isPitchLink('#t=x&z=a')).toBe(true);
    expect(isPitchLink('#main')).toBe(false);
    expect(isPitchLink('#size=a')).toBe(false);
    expect(isPitchLink('')).toBe(false);
  });
});

describe('the draft of a pitch', () => {
  it('gives back every pitch, with what was chosen for each note', () => {
    fc.assert(
      fc.property(pitches, (state) => {
        expect(parseDraft(formatDraft(state), known)).toEqual({ state, version: undefined, problems: [], hidden: [] });
      })
    );
  });

  it('from before notes were internal by default keeps them all, as internal, and names those that were shown', () => {
    const { state, hidden } = parseDraft('z=z-3,z-4,z-5&t=Mine&n.z-3=地价可谈&i.z-4=ours', known);
    expect(state.notes).toEqual({ 'z-3': { text: '地价可谈', shown: false }, 'z-4': { text: 'ours', shown: false } });
    expect(state.title).toBe('Mine');
    expect(hidden).toEqual(['z-3']);
    expect(formatPitch(forSharing(state))).toBe('z=z-3,z-4,z-5&t=Mine');
    // once kept anew they stay internal, and nobody is told twice
    expect(parseDraft(formatDraft(state), known)).toMatchObject({ state, hidden: [] });
  });

  it('cannot be feigned by a link: its mark means nothing there', () => {
    expect(parsePitch('#notes=chosen&z=z-3&n.z-3=x', known)).toEqual(parsePitch('#z=z-3&n.z-3=x', known));
  });
});

describe('a link from before notes were internal by default', () => {
  it('shows the notes that its sender gave away with it, and gives away no others when it is passed on', () => {
    const { state } = parsePitch('#z=z-3,z-4&n.z-3=near&i.z-4=ours', known);
    expect(state.notes['z-3']).toEqual({ text: 'near', shown: true });
    expect(formatPitch(forSharing(state))).toBe('z=z-3,z-4&n.z-3=near');
  });

  it('loses no note when it is taken over, and gives none away until its new maker says so', () => {
    // among colleagues notes were ticked without a thought
    const { state } = parsePitch('#z=z-3&for=internal&n.z-3=doubtful', known);
    const taken = withNotesInternal(state);
    expect(taken.notes).toEqual({ 'z-3': { text: 'doubtful', shown: false } });
    expect(formatPitch(forSharing({ ...taken, audience: 'investor' }))).toBe('z=z-3');
  });
});
