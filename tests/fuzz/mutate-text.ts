import type { Random } from './random';

/** Text that upsets parsers: of YAML, CSV, XML, JSON and of people. */
const SNIPPETS = [
  '\t',
  '\n',
  '\r\n',
  '\r',
  '"',
  "'",
  '""',
  '\\',
  ',',
  ',,',
  ';',
  ':',
  ': ',
  ' #',
  '- ',
  '--- ',
  '\n---\n',
  '...',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '&a *a',
  '!!binary ',
  '!!js/function ',
  '<<: *a',
  '|',
  '>',
  '%',
  '@',
  '`',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\ufffd',
  '<',
  '</',
  '&amp;',
  '&x;',
  '<!--',
  ']]>',
  'NaN',
  '1e999',
  '-0',
  '0x1F',
  '__proto__',
  'null',
  '~',
  'é',
  '浙'
] as const;

/** One change of a text: characters, lines, indents, endings. */
export function mutateText(text: string, random: Random): { text: string; what: string } {
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const at = random.below(text.length + 1);
  const span = 1 + random.below(random.chance(0.8) ? 4 : 400);
  const changed = (edit: (list: string[]) => void): string => {
    edit(lines);
    return lines.join('\n');
  };
  switch (random.below(11)) {
    case 0:
      return { text: text.slice(0, at) + text.slice(at + span), what: `cut ${span} at ${at}` };
    case 1: {
      const snippet = random.pick(SNIPPETS);
      return { text: text.slice(0, at) + snippet + text.slice(at), what: `put ${JSON.stringify(snippet)} at ${at}` };
    }
    case 2:
      return { text: changed((list) => list.splice(line, 1)), what: `cut line ${line + 1}` };
    case 3:
      return { text: changed((list) => list.splice(line, 0, list[line] ?? '')), what: `doubled line ${line + 1}` };
    case 4: {
      const other = random.below(lines.length);
      return {
        text: changed((list) => list.splice(line, 1, ...list.splice(other, 1, list[line] ?? ''))),
        what: `exchanged lines ${line + 1} and ${other + 1}`
      };
    }
    case 5:
      return {
        text: changed((list) => (list[line] = random.chance(0.5) ? `  ${list[line]}` : (list[line] ?? '').replace(/^ {1,2}/, ''))),
        what: `moved line ${line + 1} sideways`
      };
    case 6:
      return { text: text.slice(0, at), what: `cut off at ${at} of ${text.length}` };
    case 7:
      return { text: changed((list) => (list[line] = (list[line] ?? '') + random.pick(SNIPPETS))), what: `lengthened line ${line + 1}` };
    case 8:
      return { text: text.slice(0, at) + String.fromCodePoint(random.below(0xd800)) + text.slice(at + 1), what: `changed character ${at}` };
    case 9:
      return {
        text: random.pick([text.replaceAll('\n', '\r\n'), `\ufeff${text}`, text.replaceAll('\n', '\r'), text.trimEnd(), text + text, '']),
        what: 'other line ends, a mark, doubled, or nothing'
      };
    default: {
      const found = [...text.matchAll(/\d+|[a-z]+(?:-[a-z0-9]+)+/g)];
      const [one, two] = [found[random.below(found.length)], found[random.below(found.length)]];
      if (!one || !two) return { text, what: 'nothing' };
      return { text: text.slice(0, one.index) + two[0] + text.slice(one.index + one[0].length), what: `wrote ${two[0]} for ${one[0]} at ${one.index}` };
    }
  }
}

/** One change of bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random): { bytes: Uint8Array; what: string } {
  const at = random.below(bytes.length + 1);
  const copy = bytes.slice();
  switch (random.below(5)) {
    case 0: {
      const bit = 1 << random.below(8);
      if (at < copy.length) copy[at]! ^= bit;
      return { bytes: copy, what: `bit ${bit} of byte ${at} turned` };
    }
    case 1:
      return { bytes: copy.subarray(0, at), what: `cut off at byte ${at} of ${bytes.length}` };
    case 2: {
      const put = Uint8Array.from({ length: 1 + random.below(64) }, () => random.below(256));
      const joined = new Uint8Array(copy.length + put.length);
      joined.set(copy.subarray(0, at));
      joined.set(put, at);
      joined.set(copy.subarray(at), at + put.length);
      return { bytes: joined, what: `${put.length} bytes put at ${at}` };
    }
    case 3: {
      const count = 1 + random.below(64);
      const rest = new Uint8Array(Math.max(0, copy.length - Math.min(count, copy.length - at)));
      rest.set(copy.subarray(0, at));
      rest.set(copy.subarray(at + count), at);
      return { bytes: rest, what: `${count} bytes cut out at ${at}` };
    }
    default: {
      for (let i = 0; i < 1 + random.below(8); i++) copy[random.below(copy.length)] = random.pick([0, 0xff, 0x7f, 0x80, random.below(256)]);
      return { bytes: copy, what: 'some bytes overwritten' };
    }
  }
}
