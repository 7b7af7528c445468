import type { RegisterEntry } from '#lib/schema/register';
import { problemsOf } from './problems-of';
import type { Complain } from './problems-of';
import type { Problem } from '../problem';
import { compileRegister, SUCCESSION } from './compile-register';
import type { Pack } from './read-pack';

/** The register of documents: entries, lines and relations that exist, dates in order, no circle of documents that follow each other. */
export function checkRegister(pack: Pack): Problem[] {
  const { data } = pack.register;
  if (data.documents.length === 0) return [];
  const { problems, complain } = problemsOf(pack.register);
  const entries = new Map<string, RegisterEntry>();
  data.documents.forEach((entry, i) => {
    if (entries.has(entry.id)) complain(['documents', i, 'id'], `the document "${entry.id}" is in the register twice`);
    entries.set(entry.id, entry);
  });
  for (const { document } of pack.documents)
    if (document.data.kind === 'policy' && !entries.has(document.data.id))
      problems.push({ file: pack.register.file, rule: `the register lacks "${document.data.id}", which the pack holds` });
  const issued = new Map(compileRegister(pack).documents.map((entry) => [entry.id, entry.issued]));
  const lines = new Set(data.lines.map(({ id }) => id));
  data.documents.forEach((entry, i) => {
    const at = (rule: string, ...path: PropertyKey[]) => complain(['documents', i, ...path], rule);
    if (!lines.has(entry.line)) at(`unknown line "${entry.line}"`, 'line');
    checkEvidence(pack, entry, at);
    checkDates(entry, at);
    entry.relations.forEach(({ kind, to, proved, means }, j) => {
      const other = entries.get(to);
      const here = (rule: string) => at(rule, 'relations', j);
      if (!other) here(`unknown document "${to}": the register must hold it, too`);
      if (to === entry.id) here(`"${to}" cannot stand in a relation to itself`);
      if (entry.relations.findIndex((one) => one.kind === kind && one.to === to) !== j) here(`"${kind}" "${to}" is there twice`);
      const explained = kind === 'follows' || kind === 'issued-version-of';
      if (explained && proved && isHeld(pack, to) && !(means && entry.standing))
        here(`readers of "${to}" are told of this document: say what it means for them (means) and what its standing is (standing)`);
      const [mine, theirs] = [issued.get(entry.id), issued.get(to)];
      if (SUCCESSION.includes(kind) && mine && theirs && mine < theirs) here(`"${entry.id}" is older than "${to}"`);
    });
  });
  checkSuccession(data.documents, complain);
  return problems;
}

type At = (rule: string, ...path: PropertyKey[]) => void;
const isHeld = (pack: Pack, id: string) => pack.documents.some(({ document }) => document.data.id === id);

/** What the register says of a document that is not held, by the name that a document.yaml has for it. */
const TAKEN = {
  title: 'title',
  short: 'short',
  issuer: 'issuer',
  number: 'number',
  issued: 'issued',
  published: 'published',
  inForce: 'validFrom',
  expires: 'validTo',
  dateNote: 'dateNote'
} as const;

/** A document that is not held has a title, and any has something that proves it; what the document.yaml of a held one says stands there alone. */
function checkEvidence(pack: Pack, entry: RegisterEntry, at: At): void {
  const own = pack.documents.find(({ document }) => document.data.id === entry.id)?.document.data;
  if (!own && !entry.title) at(`"${entry.id}" is not held: give its title`);
  if (entry.sources.length === 0 && !entry.seen) at(`nothing proves "${entry.id}": give sources, or say in which copies it was seen`);
  if (!own) return;
  for (const [field, theirs] of Object.entries(TAKEN) as [keyof typeof TAKEN, (typeof TAKEN)[keyof typeof TAKEN]][])
    if (entry[field] !== undefined && own[theirs] !== undefined) at(`"${entry.id}" is held, and its document.yaml says this: leave it out here`, field);
}

function checkDates({ issued, published, inForce, expires }: RegisterEntry, at: At): void {
  const before = (a: string | undefined, b: string | undefined, rule: string) => {
    if (a && b && b < a) at(rule);
  };
  before(issued, published, `published on ${published}, before it was issued on ${issued}`);
  before(issued, inForce, `in force on ${inForce}, before it was issued on ${issued}`);
  before(inForce ?? issued, expires, `expires on ${expires}, before it is in force or issued`);
}

/** Climbing from a document to those that it comes after must end. */
function checkSuccession(documents: readonly RegisterEntry[], complain: Complain): void {
  const before = new Map(documents.map(({ id, relations }) => [id, relations.filter(({ kind }) => SUCCESSION.includes(kind)).map(({ to }) => to)]));
  documents.forEach(({ id }, i) => {
    const seen = new Set<string>();
    const next = [...(before.get(id) ?? [])];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      next.push(...(before.get(one) ?? []));
    }
    if (seen.has(id)) complain(['documents', i, 'relations'], `"${id}" comes after itself`);
  });
}
