/** Names are compared with what a document prints and searched in both languages. */
const BOTH: ReadonlySet<string> = new Set(['name', 'short', 'title', 'metric', 'baseline']);

type Text = Readonly<{ zh: string; en: string }>;
const isText = (value: object): value is Text => 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';

/**
 * Page data without the words of the language that the page is not in: longer texts (roles, notes, glosses …) hold the page's own words under
 * both languages, names keep both. The page's file gets shorter; nothing else changes.
 * @param value anything that JSON can hold; stays as it is
 */
export function inLanguage<T>(value: T, language: 'zh' | 'en'): T {
  const walk = (part: unknown, key: string): unknown => {
    if (Array.isArray(part)) return part.map((item) => walk(item, key));
    if (part === null || typeof part !== 'object') return part;
    if (isText(part)) return BOTH.has(key) ? part : { zh: part[language], en: part[language] };
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, walk(item, name)]));
  };
  // every part keeps its shape: only strings are exchanged
  return walk(value, '') as T;
}
