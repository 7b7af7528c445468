import { problemsOf } from './problems-of';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';

/** Calls for applications: each in the register, with a date and an address; days in order, and after one another as a call's are. */
export function checkCalls(pack: Pack): Problem[] {
  const { problems, complain } = problemsOf(pack.calls);
  const register = new Map(pack.register.data.documents.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  pack.calls.data.forEach(({ id, document, year, events, apply }, i) => {
    const at = (key: string, rule: string) => complain([i, key], `call "${id}": ${rule}`);
    if (seen.has(id)) at('id', 'the id is used twice');
    seen.add(id);
    const entry = register.get(document);
    if (!entry) return at('document', `unknown document "${document}": the register must hold it`);
    const { title, published } = entry;
    if (!title || !published) at('document', `the register has no title or day of publication for "${document}"`);
    if (!entry.page && entry.sources.length === 0) at('document', `the register has no address for "${document}"`);
    for (const [key, span] of Object.entries({ events, apply }))
      if (span?.from && span.to && span.to < span.from) at(key, `ends on ${span.to}, before it begins on ${span.from}`);
    if (published && Math.abs(Number(published.slice(0, 4)) - year) > 1) at('year', `it is of ${year}, but was published on ${published}`);
    if (published && apply?.to && apply.to < published) at('apply', `applications end on ${apply.to}, before it was published on ${published}`);
    if (published && events?.from && events.from > published) at('events', `begin on ${events.from}, after it was published on ${published}`);
  });
  return problems;
}
