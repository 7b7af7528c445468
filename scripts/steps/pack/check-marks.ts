import type { Problem } from '../problem';
import { problemAt } from './problems-of';
import type { Pack } from './read-pack';
import { REFERENCES } from './words/references';

/** A mark stands for a zone where there is no room for its name: no other zone of the layout may have it, in either language. */
export function checkMarks(pack: Pack): Problem[] {
  const first = new Map<string, string>();
  return pack.documents.flatMap(({ zones }) =>
    zones.data.zones.flatMap(({ id, layout, mark }, i): Problem[] =>
      (['zh', 'en'] as const).flatMap((language) => {
        const key = [layout, language, mark[language].toLowerCase()].join();
        const other = first.get(key);
        if (other === undefined) first.set(key, id);
        // an id that is there twice is complained of as such
        return other === undefined || other === id ? [] : [problemAt(zones, ['zones', i, 'mark', language], REFERENCES.mark(mark[language], other))];
      })
    )
  );
}
