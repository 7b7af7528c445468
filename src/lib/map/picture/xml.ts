/* SVG as text. Names and texts come from data, so everything that is not markup goes through here. */

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' };
/** All but the characters that XML 1.0 allows; a lone half of a surrogate pair is not allowed either. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text fit for an element or a quoted attribute. */
export const escapeXml = (text: string): string => text.replace(FORBIDDEN, '').replace(/[<>&"']/g, (sign) => ENTITIES[sign] ?? '');

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** At most two decimals: finer than any screen or printer. */
const written = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value));

/**
 * An element. Attributes are escaped, undefined ones left out; children are markup already.
 */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${written(value)}"`]));
  return children.length === 0 ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${children.join('')}</${name}>`;
}
