import { zipSync } from 'fflate';

/* A workbook written by hand, for what writers of spreadsheets do not write on purpose. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Sheets by name, each the inside of <worksheet>; a name that starts with a point is hidden. */
export function makeXlsx(
  sheets: Readonly<Record<string, string>>,
  { strings = [], formats = '', date1904 = false }: { strings?: readonly string[]; formats?: string; date1904?: boolean } = {}
): Uint8Array {
  const names = Object.keys(sheets);
  const text = (content: string) => new TextEncoder().encode(XML + content);
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" ${name.startsWith('.') ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`).join('');
  const relations = names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('');
  return zipSync({
    '[Content_Types].xml': text('<Types/>'),
    'xl/workbook.xml': text(`<workbook xmlns:r="x"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': text(`<Relationships>${relations}</Relationships>`),
    'xl/sharedStrings.xml': text(`<sst>${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`),
    'xl/styles.xml': text(`<styleSheet>${formats}</styleSheet>`),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, text(`<worksheet>${sheets[name] ?? ''}</worksheet>`)]))
  });
}
