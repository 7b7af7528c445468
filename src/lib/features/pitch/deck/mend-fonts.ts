import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { getLocale } from '#lib/paraglide/runtime';
import { CHINESE_FONT, latinFont } from './ink';

/*
 * What the library leaves to PowerPoint's defaults, which differ from system to system: the font of Chinese characters in every
 * run, in charts, in the notes and in the theme; the language of the text; and line breaks in the notes. And what strict readers stumble over: the
 * order of the presentation's parts, and parts declared that are not there.
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

/** A finished deck with its fonts, languages, notes and list of parts mended. */
export function mendDeck(file: Uint8Array): Uint8Array {
  const latin = latinFont();
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
  const held = new Set(parts.map(([name]) => name));
  const mended = (name: string, xml: () => string): string | undefined => {
    if (PARTS.test(name)) return mendPart(name, xml(), getLocale(), latin);
    if (name === 'ppt/presentation.xml') return mendOrder(xml());
    return name === '[Content_Types].xml' ? mendTypes(xml(), held) : undefined;
  };
  const written = parts.map(([name, bytes]): [string, Uint8Array] => {
    const xml = mended(name, () => strFromU8(bytes));
    return [name, xml === undefined ? bytes : strToU8(xml)];
  });
  return zipSync(Object.fromEntries(written), { level: 6 });
}
