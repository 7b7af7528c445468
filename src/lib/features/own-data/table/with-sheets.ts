import type { ImportGuess } from './guess';

/** A guess that reads further sheets behind its own. @param sheetColumn name of the column that says which of them a row is from */
export function withSheets(guess: ImportGuess, alsoSheets: readonly string[], sheetColumn: string): ImportGuess {
  const rowsExpected = (guess.sheets ?? []).filter(({ name }) => name === guess.sheet || alsoSheets.includes(name)).reduce((sum, { rows }) => sum + rows, 0);
  return { ...guess, alsoSheets, sheetColumn, rowsExpected };
}
