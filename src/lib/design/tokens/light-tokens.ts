import css from './tokens.css?raw';
import { readTokens } from './tokens';
import type { MapTokens } from './tokens';

/* The light colours of tokens.css without a page to compute them: for pictures that go on paper. */

/** A colour of the light scheme. @param name custom property, e.g. “--ink” @throws Error where tokens.css has no such colour */
export function lightToken(name: string): string {
  const value = new RegExp(`^\\s*${name}:\\s*light-dark\\(\\s*([^,]+),`, 'm').exec(css)?.[1];
  if (!value) throw new Error(`tokens.css has no colour ${name}`);
  return value.trim();
}

export const lightTokens = (): MapTokens => readTokens(lightToken);
