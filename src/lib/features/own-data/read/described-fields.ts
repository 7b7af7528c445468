/* Programs that make KML of tables write a row's fields into the placemark's description, as an HTML table or line by line. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** A row of two cells, the innermost where tables stand in tables. */
const ROW = /<tr[^>]*>\s*<t[dh][^>]*>((?:(?!<\/?t[dhr][\s>])[^])*)<\/t[dh]>\s*<t[dh][^>]*>((?:(?!<\/?t[dhr][\s>])[^])*)<\/t[dh]>\s*<\/tr>/gi;
const LINE = /^([^:：<>]{1,40})\s*[:：]\s*([^]*)$/;
/** Longer descriptions are texts. */
const LONGEST = 100_000;

/** What HTML shows: tags and entities away. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
    })
    .replace(/\s+/g, ' ')
    .trim();

/** The fields of a description; undefined where it is a text of its own. */
export function describedFields(html: string): Record<string, string> | undefined {
  if (html.length > LONGEST || !html.includes('<')) return undefined;
  const rows = [...html.matchAll(ROW)].map(([, key = '', value = '']) => [plain(key).replace(/[:：]$/, ''), plain(value)] as const);
  const lines =
    rows.length > 0
      ? []
      : html
          .split(/<br\s*\/?>|<\/(?:p|div|li)>/i)
          .map(plain)
          .filter(Boolean);
  const said = lines.flatMap((line) => {
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    return key ? [[key.trim(), value.trim()] as const] : [];
  });
  const fields = rows.length > 0 ? rows : said.length > 1 && said.length === lines.length ? said : [];
  const named = fields.filter(([key]) => key !== '' && key.length <= 60);
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}
