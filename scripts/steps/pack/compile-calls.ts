import type { Call } from '#lib/schema/calls';
import type { Pack } from './read-pack';

/** Calls for applications with title, issuer, date and address from the register; oldest first. */
export function compileCalls(pack: Pick<Pack, 'calls' | 'register'>): Call[] {
  const register = new Map(pack.register.data.documents.map((entry) => [entry.id, entry]));
  return pack.calls.data
    .flatMap((call): Call[] => {
      const entry = register.get(call.document);
      const url = entry?.page?.url ?? entry?.sources[0]?.url;
      if (!entry?.title || !entry.published || !url) return [];
      const { title, issuer, adcode, published, relations } = entry;
      const basis = relations.filter(({ kind, proved }) => kind === 'rests-on' && proved).map(({ to }) => to);
      return [{ ...call, title, ...(issuer ? { issuer } : {}), ...(adcode ? { adcode } : {}), published, url, basis }];
    })
    .sort((a, b) => a.published.localeCompare(b.published));
}
