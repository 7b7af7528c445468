import type { ImportGuess } from './guess';

/** A guess that reads further sheets behind its own. @param sheetColumn name of the column that says which of them a row is from */
export function withSheets(guess: ImportGuess, alsoSheets: readonly string[], sheetColumn: string): ImportGuess {
  const rowsExpected = (guess.sheets ?? []).filter(({ name }) => name === guess.sheet || alsoSheets.includes(name)).reduce((sum, { rows }) => sum + rows, 0);
  return { ...guess, alsoSheets, sheetColumn, rowsExpected };
}

/** Files dropped together that have the same columns are read together. */
export function withAlike(guess: ImportGuess, sheetColumn: string): ImportGuess {
  const alike = (guess.sheets ?? []).filter(({ name, agrees }) => agrees && name !== guess.sheet).map(({ name }) => name);
  return alike.length === 0 ? guess : withSheets(guess, alike, sheetColumn);
}
