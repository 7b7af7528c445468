import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { getLocale } from '#lib/paraglide/runtime';
import { CHINESE_FONT, latinFont } from './ink';

/*
 * What the library leaves to PowerPoint's defaults, which differ from system to system: the font of Chinese characters in every
 * run, in charts, in the notes and in the theme; the language of the text; and line breaks in the notes. And what strict readers stumble over: the
 * order of the presentation's parts, parts declared that are not there, and the range of the table in a chart's workbook.
 */

const PARTS = /^ppt\/(slides|slideMasters|slideLayouts|notesSlides|notesMasters|charts|theme)\/[^/]+\.xml$/;

/** Fonts named where there are none. */
const fonts = (latin: string) => `<a:latin typeface="${latin}"/><a:ea typeface="${CHINESE_FONT}"/><a:cs typeface="${latin}"/>`;

/** The XML of one part of a deck, mended. */
export function mendPart(name: string, xml: string, language: 'zh' | 'en', latin: string): string {
  let mended = xml.replace(/<a:ea typeface="[^"]*"[^>]*\/>/g, `<a:ea typeface="${CHINESE_FONT}"/>`);
  if (name.startsWith('ppt/theme/')) mended = mended.replace(/(<a:(?:major|minor)Font>\s*)<a:latin typeface="[^"]*"/g, `$1<a:latin typeface="${latin}"`);
  if (name.startsWith('ppt/notesSlides/')) mended = splitNotes(mended);
  // runs without a font of their own
  mended = mended
    .replace(/<a:rPr([^>]*)\/>/g, (_, attributes: string) => `<a:rPr${attributes}>${fonts(latin)}</a:rPr>`)
    .replace(/<a:rPr([^>]*)>((?:(?!<\/a:rPr>|<a:ea ).)*)<\/a:rPr>/gs, (whole, attributes: string, inner: string) =>
      inner.includes('<a:latin') ? whole : `<a:rPr${attributes}>${inner}${fonts(latin)}</a:rPr>`
    )
    // axes and labels of charts name the Latin font only
    .replace(/(<a:latin typeface="[^"]*"[^>]*\/>)(?!\s*<a:ea)/g, `$1<a:ea typeface="${CHINESE_FONT}"/>`);
  return language === 'zh' ? mended.replace(/lang="en-US"/g, 'lang="zh-CN" altLang="en-US"') : mended;
}

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
 * The list of content types without the parts that the package lacks: the library declares a slide master for every slide but writes
 * one, and PowerPoint may offer to repair such a file.
 * @param xml of “[Content_Types].xml”
 * @param held names of the parts in the package, without a leading slash
 */
export const mendTypes = (xml: string, held: ReadonlySet<string>): string =>
  xml.replace(/\s*<Override\s[^>]*?PartName="\/([^"]*)"[^>]*\/>/g, (whole, name: string) => (held.has(name) ? whole : ''));

/** The range of a workbook's table: after a bar chart's the library writes a quote mark, with which it is none (ECMA-376 part 1, 18.18.76). */
export const mendTable = (xml: string): string => xml.replace(/ref="([A-Z]+\d+:[A-Z]+\d+)'"/, 'ref="$1"');

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

/** A finished deck with its fonts, languages, notes, list of parts and workbooks mended. */
export function mendDeck(file: Uint8Array): Uint8Array {
  const latin = latinFont();
  const parts = partsOf(file);
  const held = new Set(parts.map(([name]) => name));
  return rewrite(parts, (name, bytes) => {
    if (/^ppt\/embeddings\/[^/]+\.xlsx$/.test(name)) return mendWorkbook(bytes);
    const xml = () => strFromU8(bytes);
    if (PARTS.test(name)) return strToU8(mendPart(name, xml(), getLocale(), latin));
    if (name === 'ppt/presentation.xml') return strToU8(mendOrder(xml()));
    return name === '[Content_Types].xml' ? strToU8(mendTypes(xml(), held)) : undefined;
  });
}
