/** An element of a drawing, with its own text and the names and ids of what it is in. */
export type Drawn = Readonly<{ name: string; attributes: Readonly<Record<string, string>>; text: string; within: readonly string[] }>;

const NAME = '[A-Za-z_][\\w:.-]*';
const ATTRIBUTE = new RegExp(`^\\s+(${NAME})="([^"<]*)"`);
const ENTITY = /&(?!(?:lt|gt|amp|quot|#39);)/;

/**
 * Read an SVG document, strictly: tags nested and closed, attributes quoted and given once, no bare & or <.
 * @throws Error on the first fault
 */
export function readSvg(text: string): Drawn[] {
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  // eslint-disable-next-line no-control-regex -- the very characters that XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw new Error('a character that XML forbids');
  const open: { -readonly [K in keyof Drawn]: Drawn[K] }[] = [];
  const done: Drawn[] = [];
  let at = 0;
  while (at < rest.length) {
    const next = rest.indexOf('<', at);
    const words = rest.slice(at, next < 0 ? undefined : next);
    if (ENTITY.test(words) || words.includes('>')) throw new Error(`bare sign in “${words.slice(0, 60)}”`);
    const parent = open.at(-1);
    if (parent) parent.text += decode(words);
    else if (words.trim() !== '') throw new Error(`text outside: “${words.slice(0, 60)}”`);
    if (next < 0) break;
    const end = rest.indexOf('>', next);
    if (end < 0) throw new Error('a tag that is not closed');
    readTag(rest.slice(next + 1, end), open, done);
    at = end + 1;
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map(({ name }) => name).join(' > ')}`);
  return done;
}

function readTag(inner: string, open: { -readonly [K in keyof Drawn]: Drawn[K] }[], done: Drawn[]): void {
  if (inner.startsWith('/')) {
    const last = open.pop();
    if (!last || last.name !== inner.slice(1)) throw new Error(`</${inner.slice(1)}> closes <${last?.name ?? ''}>`);
    done.push(last);
    return;
  }
  const alone = inner.endsWith('/');
  const body = alone ? inner.slice(0, -1) : inner;
  const name = new RegExp(`^${NAME}`).exec(body)?.[0];
  if (!name) throw new Error(`no tag: <${inner.slice(0, 60)}>`);
  const attributes: Record<string, string> = {};
  let left = body.slice(name.length);
  for (let found = ATTRIBUTE.exec(left); found; found = ATTRIBUTE.exec(left)) {
    const [all, key = '', value = ''] = found;
    if (key in attributes || ENTITY.test(value)) throw new Error(`attribute ${key} of <${name}>`);
    attributes[key] = decode(value);
    left = left.slice(all.length);
  }
  if (left.trim() !== '') throw new Error(`left over in <${name}>: ${left.slice(0, 60)}`);
  const element = { name, attributes, text: '', within: open.map((parent) => parent.attributes.id ?? parent.name) };
  if (alone) done.push(element);
  else open.push(element);
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
