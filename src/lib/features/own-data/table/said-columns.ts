import type { ColumnsGuess } from './guess-columns';
import { COORDINATE_ROLES, NAMING_ROLES } from './guess';
import type { ColumnRole, GuessBasis, ImportGuess } from './guess';
import { hasChoiceOfDatum } from './systems';

/*
 * What a reader says of a table against what was guessed of it, and what is to be found out anew for that: where the positions stand decides
 * which plane system they are of.
 */

/** What the reader says of the columns, a role for each; and of decimals, where that is in doubt. */
export type Said = Pick<ImportGuess, 'columns' | 'decimalSign'>;

/** The reason of a role that the reader chose. */
export const BY_READER: GuessBasis = { confidence: 1, reason: 'reader' };

/** Roles as the reader says; a reason holds where the guess was the same. */
export function asSaid({ columns, reasons }: ColumnsGuess, said: Said): ColumnsGuess {
  return {
    columns: said.columns,
    reasons: reasons.map((basis, column) => (columns[column] === said.columns[column] ? basis : BY_READER)),
    exchanged: false
  };
}

const placing = ({ columns }: Said): string => columns.map((role: ColumnRole) => (COORDINATE_ROLES.has(role) || NAMING_ROLES.has(role) ? role : '')).join(',');

/** Whether two guesses read positions, or the districts that they are held against, from the same columns in the same way. */
export const placesAlike = (a: Said, b: Said): boolean => placing(a) === placing(b) && a.decimalSign === b.decimalSign;

/** Which of the answers that are guessed from positions the reader gave. */
export type Chosen = Readonly<{ datum: boolean; system: boolean }>;
export const NOTHING_CHOSEN: Chosen = { datum: false, system: false };

/** A guess with what was found out anew of its positions; everything else, and what the reader has chosen, stays. */
export function withPositions(guess: ImportGuess, found: ImportGuess, chosen: Chosen): ImportGuess {
  const { system: before, systemHint: _hint, datumHint: _datumHint, latFirst: _latFirst, totals: _totals, ...kept } = guess;
  const { systemHint, datumHint, latFirst, totals } = found;
  const stands = chosen.system && systemHint?.candidates.some(({ id }) => id === before);
  const system = stands ? before : found.system;
  // roles that place nothing are the reader's to change meanwhile
  const columns = guess.columns.map((role, column) => (COORDINATE_ROLES.has(role) ? (found.columns[column] ?? role) : role));
  return {
    ...kept,
    columns,
    reasons: guess.reasons.map((basis, column) => (columns[column] === found.columns[column] ? (found.reasons[column] ?? basis) : basis)),
    exchanged: found.exchanged,
    datum: chosen.datum && hasChoiceOfDatum(system) ? guess.datum : found.datum,
    ...(system === undefined ? {} : { system }),
    ...(systemHint ? { systemHint } : {}),
    ...(datumHint ? { datumHint } : {}),
    ...(latFirst ? { latFirst } : {}),
    ...(totals === undefined ? {} : { totals })
  };
}
