import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { getLocale } from '#lib/paraglide/runtime';
import { appProperties } from './app-properties';
import { LAYOUTS, layoutXml, masterXml, themed, themeXml } from './office-theme';
import { titleOf, withPlaceholders } from './placeholders';

/*
 * What the library leaves to PowerPoint's defaults, which differ from system to system: fonts and colours that are those of the theme, the
 * language of the text, line breaks in the notes, titles and feet as placeholders. And what strict readers stumble over: parts declared that
 * are not there, a theme for two masters, the order of elements, ids given twice, and the range of the table in a chart's workbook.
 */

const PARTS = /^ppt\/(slides|slideMasters|slideLayouts|notesSlides|notesMasters|charts)\/[^/]+\.xml$/;
const TYPES = '[Content_Types].xml';

/** In a chart the looks of single bars come before the labels; the library has them the other way round. */
const LABELS_FIRST = /(<c:dLbls>(?:(?!<c:dLbls>).)*?<\/c:dLbls>)((?:\s*<c:dPt>.*?<\/c:dPt>)+)/gs;

/** Fonts of the theme, in all three slots. */
const FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

/** The XML of one part of a deck, mended. */
export function mendPart(name: string, xml: string, language: 'zh' | 'en'): string {
  let mended = xml;
  if (name.startsWith('ppt/slides/')) mended = describeTables(withPlaceholders(mended));
  if (name.startsWith('ppt/notesSlides/')) mended = splitNotes(mended);
  if (/^ppt\/(slides|charts)\//.test(name)) mended = themed(mended);
  if (name.startsWith('ppt/charts/')) mended = mended.replace(LABELS_FIRST, '$2$1');
  mended = numbered(properties(mended))
    .replace(/<a:latin typeface="[^"]*"[^>]*\/>\s*<a:ea [^>]*\/>\s*<a:cs [^>]*\/>/g, (whole) => (whole.includes('"+mj') ? whole : FONTS))
    // axes and labels of charts name the Latin font only, or none
    .replace(/<a:latin typeface="[^"]*"[^>]*\/>(?!\s*<a:ea)/g, FONTS)
    .replace(/<a:rPr([^>]*)\/>/g, (_, attributes: string) => `<a:rPr${attributes}>${FONTS}</a:rPr>`)
    .replace(/<a:rPr([^>]*)>((?:(?!<\/a:rPr>|<a:ea ).)*)<\/a:rPr>/gs, (whole, attributes: string, inner: string) =>
      inner.includes('<a:latin') ? whole : `<a:rPr${attributes}>${inner}${FONTS}</a:rPr>`
    );
  return language === 'zh' ? mended.replace(/lang="en-US"/g, 'lang="zh-CN" altLang="en-US"') : mended.replace(/lang="en-US"/g, 'lang="en-US" altLang="zh-CN"');
}

/** A paragraph has its properties once, before its runs: the library writes them before each run. */
const properties = (xml: string): string =>
  xml.replace(/<a:p>(.*?)<\/a:p>/gs, (whole, inner: string) => {
    let first = true;
    const kept = inner.replace(/<a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (one) => {
      const keep = first;
      first = false;
      return keep ? one : '';
    });
    return inner === kept ? whole : `<a:p>${kept}</a:p>`;
  });

/** Shapes numbered in their order: a table's number is otherwise another shape's, too. Nothing refers to them. */
function numbered(xml: string): string {
  let count = 0;
  return xml.replace(/(<p:cNvPr id=")\d+"/g, (_, head: string) => `${head}${++count}"`);
}

/** What a table is, for those who hear it: the slide's title. */
const describeTables = (xml: string): string =>
  xml.replace(/(<p:graphicFrame>\s*<p:nvGraphicFramePr>\s*<p:cNvPr id="\d+" name="[^"]*")(\/>)/g, (_, head: string, end: string) => {
    const title = titleOf(xml);
    return `${head}${title ? ` descr="${title}"` : ''}${end}`;
  });

/** Lines of notes as paragraphs. */
function splitNotes(xml: string): string {
  return xml.replace(/<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/g, (whole, run: string, text: string, end: string) =>
    text.includes('\n')
      ? text
          .split(/\r?\n/)
          .map((line) => (line ? `<a:p><a:r>${run}<a:t>${line}</a:t></a:r></a:p>` : `<a:p>${end}</a:p>`))
          .join('')
      : whole
  );
}

/** The schema wants the notes' master before the slides; strict readers refuse the library's order. */
export const mendOrder = (xml: string): string => xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1');

/**
 * The list of content types without the parts and endings that the package lacks: the library declares a slide master for every slide but
 * writes one, and PowerPoint may offer to repair such a file.
 * @param xml of “[Content_Types].xml”
 * @param held names of the parts in the package, without a leading slash
 */
export function mendTypes(xml: string, held: ReadonlySet<string>): string {
  const endings = new Set([...held].map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const declared = xml
    .replace(/\s*<Override\s[^>]*?PartName="\/([^"]*)"[^>]*\/>/g, (whole, name: string) => (held.has(name) ? whole : ''))
    .replace(/\s*<Default\s[^>]*?Extension="([^"]*)"[^>]*\/>/g, (whole, ending: string) => (endings.has(ending.toLowerCase()) ? whole : ''))
    .replaceAll('"image/jpg"', '"image/jpeg"');
  return declared.replace('</Types>', `<Override PartName="/${NOTES_THEME}" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`);
}

/** The range of a workbook's table: after a bar chart's the library writes a quote mark, with which it is none (ECMA-376 part 1, 18.18.76). */
export const mendTable = (xml: string): string => xml.replace(/ref="([A-Z]+\d+:[A-Z]+\d+)'"/, 'ref="$1"');

/** Each master has a theme of its own; the library gives that of the slides to the notes, too. */
const [THEME, NOTES_THEME] = ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'];

/** What a part becomes; undefined where it stays as it is. */
type Mend = (name: string, bytes: Uint8Array) => Uint8Array | undefined;

/** A package (a ZIP, with its parts in their order) rewritten part by part. */
function rewrite(parts: readonly (readonly [string, Uint8Array])[], mend: Mend): Uint8Array {
  return zipSync(Object.fromEntries(parts.map(([name, bytes]) => [name, mend(name, bytes) ?? bytes])), { level: 6 });
}
const partsOf = (file: Uint8Array) => Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));

/** A chart's workbook, mended. */
const mendWorkbook = (file: Uint8Array): Uint8Array =>
  rewrite(partsOf(file), (name, bytes) => (name.startsWith('xl/tables/') ? strToU8(mendTable(strFromU8(bytes))) : undefined));

/**
 * A finished deck with its theme, layouts, fonts, languages, notes, list of parts, properties and workbooks mended.
 * @param office who hands it over: stands in its feet and properties
 */
export function mendDeck(file: Uint8Array, office: string): Uint8Array {
  const parts = partsOf(file);
  const theme = parts.find(([name]) => name === THEME)?.[1] ?? new Uint8Array();
  parts.push([NOTES_THEME, theme]);
  const held = new Set(parts.map(([name]) => name));
  const language = getLocale();
  const slides: string[] = [];
  const mend = (name: string, bytes: Uint8Array): string | undefined => {
    const xml = strFromU8(bytes);
    const layout = /^ppt\/slideLayouts\/slideLayout(\d+)\.xml$/.exec(name);
    const kind = LAYOUTS[Number(layout?.[1]) - 1];
    if (kind) return mendPart(name, layoutXml(kind, office), language);
    if (name.startsWith('ppt/slideMasters/') && name.endsWith('.xml')) return mendPart(name, masterXml(xml, office), language);
    if (PARTS.test(name)) {
      const mended = mendPart(name, xml, language);
      if (name.startsWith('ppt/slides/')) slides[Number(/\d+/.exec(name)?.[0]) - 1] = mended;
      return mended;
    }
    if (name === THEME || name === NOTES_THEME) return themeXml(xml, office);
    if (name === 'ppt/notesMasters/_rels/notesMaster1.xml.rels') return xml.replace('theme1.xml', 'theme2.xml');
    if (name === 'ppt/presentation.xml') return mendOrder(xml);
    return name === TYPES ? mendTypes(xml, held) : undefined;
  };
  // the properties count what the slides hold, so they come after them
  const mended = parts.map(([name, bytes]): [string, Uint8Array] => {
    if (/^ppt\/embeddings\/[^/]+\.xlsx$/.test(name)) return [name, mendWorkbook(bytes)];
    const xml = /\.(xml|rels)$/.test(name) ? mend(name, bytes) : undefined;
    return [name, xml === undefined ? bytes : strToU8(xml)];
  });
  return rewrite(mended, (name) => (name === 'docProps/app.xml' ? strToU8(appProperties(slides, office)) : undefined));
}
