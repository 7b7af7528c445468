import type { Problem } from '../problem';
import type { Pack } from './read-pack';

/** A mark stands for a zone where there is no room for its name: no other zone of the layout may have it, in either language. */
export function checkMarks(pack: Pack): Problem[] {
  const first = new Map<string, string>();
  return pack.documents.flatMap(({ zones: { data, file, lineOf } }) =>
    data.zones.flatMap(({ id, layout, mark }, i): Problem[] =>
      (['zh', 'en'] as const).flatMap((language) => {
        const key = [layout, language, mark[language].toLowerCase()].join();
        const other = first.get(key);
        if (other === undefined) first.set(key, id);
        const path = ['zones', i, 'mark', language];
        return other === undefined
          ? []
          : [{ file, line: lineOf(path), path: path.join('.'), rule: `the mark "${mark[language]}" is that of "${other}" in the same layout already` }];
      })
    )
  );
}
