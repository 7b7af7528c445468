import { describe, expect, it } from 'vitest';
import { Corrections } from '#lib/features/own-data/corrections';
import type { LookAnew } from '#lib/features/own-data/corrections';
import type { ColumnRole, ImportGuess } from '#lib/features/own-data/table/guess';

const base: ImportGuess = {
  format: 'csv',
  headerRows: 1,
  geometry: false,
  header: ['a', 'b', 'c'],
  sample: [],
  columns: ['text', 'number', 'number'],
  reasons: Array.from({ length: 3 }, () => ({ confidence: 0.5, reason: 'rest' as const })),
  datum: 'wgs84',
  exchanged: false,
  exchangeSwapped: false,
  rowsExpected: 9
};
const roles = (guess: ImportGuess, ...columns: ColumnRole[]): ImportGuess => ({ ...guess, columns });
const SYSTEMS = {
  system: 'EPSG:4549',
  systemHint: {
    candidates: [
      { id: 'EPSG:4549', region: 1 },
      { id: 'EPSG:2385', region: 1 }
    ],
    points: 9,
    stated: 0
  }
};

/** Looks that are answered when the test says so. */
function desk() {
  const asked: { said: ImportGuess; signal: AbortSignal; answer: (found: ImportGuess) => void; fail: () => void }[] = [];
  const look: LookAnew = (said, signal) => new Promise((resolve, reject) => asked.push({ said, signal, answer: resolve, fail: () => reject(new Error('no')) }));
  const told: ImportGuess[] = [];
  return { asked, look, told, tell: (guess: ImportGuess) => void told.push(guess) };
}

describe('corrections of a guess', () => {
  it('look anew only where positions come from other columns, and keep all else that the reader said', async () => {
    const { asked, look, told, tell } = desk();
    const corrections = new Corrections(base, look, tell);
    expect(corrections.note({ ...base, exchangeSwapped: true })).toBe(false);
    const said = { ...roles(base, 'lon', 'lat', 'number'), exchangeSwapped: true, alsoSheets: ['2'], choices: { 城区: '330106' } };
    expect(corrections.note(said)).toBe(true);
    // said while the file is looked at
    const later = { ...roles(said, 'lon', 'lat', 'text'), keepTotals: true };
    expect(corrections.note(later)).toBe(true);
    expect(asked).toHaveLength(1);
    asked[0]?.answer({ ...base, ...SYSTEMS, columns: ['lat', 'lon', 'number'], exchanged: true, totals: 2 });
    await corrections.settled();
    expect(told).toEqual([{ ...later, ...SYSTEMS, reasons: base.reasons, columns: ['lat', 'lon', 'text'], exchanged: true, totals: 2 }]);
    expect(corrections.note({ ...told[0]!, keepTotals: false })).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('forget what is no longer asked, and ask again what was ended before it was found', async () => {
    const { asked, look, told, tell } = desk();
    const corrections = new Corrections(base, look, tell);
    corrections.note(roles(base, 'lon', 'lat', 'number'));
    corrections.note(roles(base, 'text', 'lon', 'lat'));
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    asked[0]?.answer({ ...base, ...SYSTEMS });
    corrections.end();
    asked[1]?.answer({ ...base, ...SYSTEMS });
    const settled = corrections.settled();
    expect(asked).toHaveLength(3);
    asked[2]?.answer({ ...roles(base, 'text', 'lon', 'lat'), ...SYSTEMS });
    await settled;
    expect(told).toHaveLength(1);
  });

  it('leave the reader’s word where nothing can be found', async () => {
    const { asked, look, told, tell } = desk();
    const corrections = new Corrections(base, look, tell);
    corrections.note(roles(base, 'lon', 'lat', 'number'));
    asked[0]?.fail();
    await corrections.settled();
    await corrections.settled();
    expect([told, asked.length]).toEqual([[], 1]);
  });

  it('keep the datum and the system that were chosen, where they can still hold', async () => {
    const { asked, look, told, tell } = desk();
    const degrees = roles(base, 'lon', 'lat', 'number');
    const corrections = new Corrections(degrees, look, tell);
    corrections.note({ ...degrees, datum: 'bd09' });
    corrections.note(roles({ ...degrees, datum: 'bd09' }, 'text', 'lon', 'lat'));
    asked[0]?.answer({ ...roles(base, 'text', 'lon', 'lat'), datum: 'gcj02' });
    await corrections.settled();
    expect(told[0]?.datum).toBe('bd09');
    // metres of a system with its own datum are not moved
    corrections.note(roles(told[0]!, 'lon', 'lat', 'text'));
    asked[1]?.answer({ ...roles(base, 'lon', 'lat', 'text'), ...SYSTEMS });
    await corrections.settled();
    expect([told[1]?.datum, told[1]?.system]).toEqual(['wgs84', 'EPSG:4549']);
    corrections.note({ ...told[1]!, system: 'EPSG:2385' });
    corrections.note(roles({ ...told[1]!, system: 'EPSG:2385' }, 'lon', 'lat', 'adcode'));
    asked[2]?.answer({ ...roles(base, 'lon', 'lat', 'adcode'), ...SYSTEMS });
    await corrections.settled();
    expect(told[2]?.system).toBe('EPSG:2385');
    corrections.note(roles(told[2]!, 'text', 'text', 'adcode'));
    asked[3]?.answer(roles(base, 'text', 'text', 'adcode'));
    await corrections.settled();
    expect(told[3]).not.toHaveProperty('system');
    expect(told[3]).not.toHaveProperty('systemHint');
  });

  it('know what the reader has chosen, not what a file writes of itself; it goes with the form that is opened again', async () => {
    // a header that says GCJ-02, for columns that give no other hint
    const written: ImportGuess = { ...roles(base, 'lon', 'lat', 'number'), datum: 'gcj02' };
    const { asked, look, told, tell } = desk();
    const first = new Corrections(written, look, tell);
    expect(first.chosen).toEqual({ datum: false, system: false });
    const again = new Corrections(first.guess, look, tell, first.chosen);
    again.note(roles(written, 'number', 'lon', 'lat'));
    asked[0]?.answer({ ...roles(base, 'number', 'lon', 'lat'), datum: 'wgs84' });
    await again.settled();
    expect(told[0]?.datum).toBe('wgs84');

    first.note({ ...written, datum: 'bd09' });
    expect([first.guess.datum, first.chosen]).toEqual(['bd09', { datum: true, system: false }]);
    const reopened = new Corrections(first.guess, look, tell, first.chosen);
    reopened.note({ ...roles(first.guess, 'number', 'lon', 'lat') });
    asked[1]?.answer({ ...roles(base, 'number', 'lon', 'lat'), datum: 'wgs84' });
    await reopened.settled();
    expect(told[1]?.datum).toBe('bd09');
  });
});
