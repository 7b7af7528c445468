import type { RegisterEntry } from '#lib/schema/register';
import { closest } from './describe/closest';
import { problemsOf } from './problems-of';
import type { Complain } from './problems-of';
import type { Problem, Said } from '../problem';
import { compileRegister, SUCCESSION } from './compile-register';
import type { Pack } from './read-pack';
import { REFERENCES } from './words/references';
import { REGISTER } from './words/register';

/** The register of documents: entries, lines and relations that exist, dates in order, no circle of documents that follow each other. */
export function checkRegister(pack: Pack): Problem[] {
  const { data } = pack.register;
  if (data.documents.length === 0) return [];
  const { problems, complain } = problemsOf(pack.register);
  const entries = new Map<string, RegisterEntry>();
  data.documents.forEach((entry, i) => {
    if (entries.has(entry.id)) complain(['documents', i, 'id'], REGISTER.twice(entry.id));
    entries.set(entry.id, entry);
  });
  for (const { document } of pack.documents)
    if (document.data.kind === 'policy' && !entries.has(document.data.id)) problems.push({ file: pack.register.file, rule: REGISTER.lacks(document.data.id) });
  const issued = new Map(compileRegister(pack).documents.map((entry) => [entry.id, entry.issued]));
  const lines = new Set(data.lines.map(({ id }) => id));
  data.documents.forEach((entry, i) => {
    const at = (rule: Said, ...path: PropertyKey[]) => complain(['documents', i, ...path], rule);
    if (!lines.has(entry.line)) at(REFERENCES.unknown('line', entry.line, closest(entry.line, lines)), 'line');
    checkEvidence(pack, entry, at);
    checkDates(entry, at);
    entry.relations.forEach(({ kind, to, proved, means }, j) => {
      const other = entries.get(to);
      const here = (rule: Said) => at(rule, 'relations', j);
      if (!other) here(REGISTER.unknown(to));
      if (to === entry.id) here(REGISTER.itself(to));
      if (entry.relations.findIndex((one) => one.kind === kind && one.to === to) !== j) here(REGISTER.relationTwice(kind, to));
      const explained = kind === 'follows' || kind === 'issued-version-of';
      if (explained && proved && isHeld(pack, to) && !(means && entry.standing)) here(REGISTER.unexplained(to));
      const [mine, theirs] = [issued.get(entry.id), issued.get(to)];
      if (SUCCESSION.includes(kind) && mine && theirs && mine < theirs) here(REGISTER.older(entry.id, to));
    });
  });
  checkSuccession(data.documents, complain);
  return problems;
}

type At = (rule: Said, ...path: PropertyKey[]) => void;
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
  if (!own && !entry.title) at(REGISTER.noTitle(entry.id));
  if (entry.sources.length === 0 && !entry.seen) at(REGISTER.unproved(entry.id));
  if (!own) return;
  for (const [field, theirs] of Object.entries(TAKEN) as [keyof typeof TAKEN, (typeof TAKEN)[keyof typeof TAKEN]][])
    if (entry[field] !== undefined && own[theirs] !== undefined) at(REGISTER.held(entry.id), field);
}

function checkDates({ issued, published, inForce, expires }: RegisterEntry, at: At): void {
  if (issued && published && published < issued) at(REGISTER.published(published, issued), 'published');
  if (issued && inForce && inForce < issued) at(REGISTER.inForce(inForce, issued), 'inForce');
  const begins = inForce ?? issued;
  if (begins && expires && expires < begins) at(REGISTER.expires(expires), 'expires');
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
    if (seen.has(id)) complain(['documents', i, 'relations'], REGISTER.succession(id));
  });
}
