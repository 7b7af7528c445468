import { problemsOf } from './problems-of';
import type { Problem, Said } from '../problem';
import type { Pack } from './read-pack';
import { of, PUBLISHED } from './words/published';

/** Calls for applications: each in the register, with a date and an address; days in order, and after one another as a call's are. */
export function checkCalls(pack: Pack): Problem[] {
  const { problems, complain } = problemsOf(pack.calls);
  const register = new Map(pack.register.data.documents.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  pack.calls.data.forEach(({ id, document, year, events, apply }, i) => {
    const at = (key: string, rule: Said) => complain([i, key], of('call', id, rule));
    if (seen.has(id)) at('id', PUBLISHED.callTwice());
    seen.add(id);
    const entry = register.get(document);
    if (!entry) return at('document', PUBLISHED.callRegister(document));
    const { title, published } = entry;
    if (!title || !published) at('document', PUBLISHED.callTitle(document));
    if (!entry.page && entry.sources.length === 0) at('document', PUBLISHED.callAddress(document));
    for (const [key, span] of Object.entries({ events, apply }))
      if (span?.from && span.to && span.to < span.from) at(key, PUBLISHED.spanEnds(span.to, span.from));
    if (published && Math.abs(Number(published.slice(0, 4)) - year) > 1) at('year', PUBLISHED.otherYear(year, published));
    if (published && apply?.to && apply.to < published) at('apply', PUBLISHED.closesEarly(apply.to, published));
    if (published && events?.from && events.from > published) at('events', PUBLISHED.eventsLate(events.from, published));
  });
  return problems;
}
