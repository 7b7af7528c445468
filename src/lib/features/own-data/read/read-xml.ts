import { Parser } from 'saxen';
import { ImportRefused } from './refusal';

/** What is done with the parts of an XML text. Names come without their namespace prefix; entities are decoded. */
export type XmlHandlers = Readonly<{
  open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}>;

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/** Walk through an XML text. Only the five entities of XML and character references are known: others cannot be defined. @throws ImportRefused 'broken' */
export function walkXml(xml: string, { open, close, text }: XmlHandlers): void {
  let wrong: Error | undefined;
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => open(bare(name), attributes));
  parser.on('closeTag', (name) => close(bare(name)));
  parser.on('text', (value, decode) => text(decode(value)));
  parser.on('cdata', (value) => text(value));
  parser.on('error', (error) => void (wrong ??= error));
  parser.parse(xml);
  if (wrong) throw new ImportRefused('broken', { text: wrong.message.slice(0, 200) });
}
