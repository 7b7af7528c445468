import type { LaterDocument } from '#lib/schema/outside';
import type { Register, Registered } from '#lib/schema/register';
import type { Pack } from './read-pack';

/** Relations by which a document comes after another on the same subject. */
export const SUCCESSION: readonly string[] = ['follows', 'issued-version-of', 'repeals'];

/** The register, with titles, numbers and dates of held documents taken from their document.yaml. */
export function compileRegister(pack: Pack): Register {
  const held = new Map(pack.documents.map(({ document }) => [document.data.id, document.data]));
  return {
    lines: pack.register.data.lines,
    documents: pack.register.data.documents.map((entry): Registered => {
      const own = held.get(entry.id);
      const title = own?.title ?? entry.title ?? { zh: entry.id, en: entry.id };
      if (!own) return { ...entry, title, held: false };
      const { number, issued, published, validFrom, validTo, dateNote, issuer, short } = own;
      const taken = { number, issued, published, inForce: validFrom, expires: validTo, dateNote };
      return { ...entry, ...Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)), title, short, issuer, held: true };
    })
  };
}

/** Documents that are proved to come after a held one on the same subject, or to be the issued version of a draft. */
export function laterOf(pack: Pack, document: string): LaterDocument[] {
  return compileRegister(pack).documents.flatMap(({ id, held, title, number, issuer, issued, standing, sources, seen, relations }) =>
    relations.flatMap(({ kind, to, proved, means }) => {
      if (to !== document || !proved || kind === 'repeals' || !SUCCESSION.includes(kind) || !means || !standing) return [];
      const known = Object.fromEntries(Object.entries({ number, issuer, issued, seen }).filter(([, value]) => value !== undefined));
      return [{ id, held, title, ...known, means, standing, sources }];
    })
  );
}
