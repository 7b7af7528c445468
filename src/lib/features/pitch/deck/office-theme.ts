import { escapeXml } from '#lib/map/picture/xml';
import * as m from '#lib/paraglide/messages';
import { LEFT, SLIDE, WIDTH } from './deck-plan';
import type { Column } from './flow';
import { CHINESE_FONT, hueInk, INK, latinFont } from './ink';

/*
 * One theme, one master and three layouts, so that whoever gets a deck restyles all of it in one place: colours and fonts of the theme are
 * what slides refer to, titles and feet are placeholders. Written here as a whole; the library knows neither.
 */

const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const LAYOUTS = ['cover', 'title', 'content'] as const;

/** Where title, text, foot and number stand, inches. */
const TITLE: Column = { x: LEFT, y: 0.34, w: WIDTH, h: 0.55 };
const BODY: Column = { x: LEFT, y: 1.45, w: WIDTH, h: 5.3 };
export const FOOTER: Column = { x: 7.6, y: 7.03, w: 4.65, h: 0.25 };
const NUMBER: Column = { x: SLIDE.w - LEFT - 0.5, y: 7.03, w: 0.5, h: 0.25 };
/** Letters of titles, pt; smaller ones are said at the title. */
export const TITLE_SIZE = { slide: 26, cover: 40, sub: 16, foot: 9 } as const;

/** Colours of the theme by the names that the format has for them. */
const SCHEME = {
  dk1: INK.ink,
  lt1: INK.paper,
  dk2: INK.ink2,
  lt2: INK.paper2,
  accent1: INK.brand,
  accent2: INK.ok,
  accent3: INK.warn,
  accent4: INK.danger,
  accent5: INK.ink3,
  accent6: hueInk('core-1'),
  hlink: INK.brand,
  folHlink: INK.ink2
} as const;
/** Slides name the first four by their use. */
const USED_AS: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };
const BY_COLOUR: ReadonlyMap<string, string> = new Map(
  Object.entries(SCHEME)
    .reverse()
    .map(([name, colour]) => [colour, USED_AS[name] ?? name])
);

/** Colours of the theme in place of fixed ones, in a slide or a chart; tints and shades that the theme lacks stay. */
export const themed = (xml: string): string =>
  xml.replace(/<a:srgbClr val="([0-9A-Fa-f]{6})"\s*\/>/g, (whole, colour: string) => {
    const name = BY_COLOUR.get(colour.toUpperCase());
    return name ? `<a:schemeClr val="${name}"/>` : whole;
  });

/** The library's theme with these colours and fonts. @param name as offices list it */
export function themeXml(xml: string, name: string): string {
  const colours = Object.entries(SCHEME).map(([key, colour]) => `<a:${key}><a:srgbClr val="${colour}"/></a:${key}>`);
  const faces = `<a:latin typeface="${latinFont()}"/><a:ea typeface="${CHINESE_FONT}"/><a:cs typeface="${latinFont()}"/>`;
  return xml
    .replace(/(<a:theme [^>]*)name="[^"]*"/, `$1name="${escapeXml(name)}"`)
    .replace(/<a:clrScheme .*?<\/a:clrScheme>/s, `<a:clrScheme name="${escapeXml(name)}">${colours.join('')}</a:clrScheme>`)
    .replace(/<a:fontScheme .*?<\/a:fontScheme>/s, () => {
      const fonts = ['major', 'minor'].map((kind) => `<a:${kind}Font>${faces}</a:${kind}Font>`);
      return `<a:fontScheme name="${escapeXml(name)}">${fonts.join('')}</a:fontScheme>`;
    });
}

const emu = (inches: number): number => Math.round(inches * 914_400);
const placed = ({ x, y, w, h }: Column, geometry = true): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>${geometry ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' : ''}`;
const fill = (name: string): string => `<a:solidFill><a:schemeClr val="${name}"/></a:solidFill>`;
const inset = (anchor: 't' | 'ctr' | 'b'): string => `<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"/>`;

/** @param look of the letters: size in pt, side, colour; what is absent is the master's */
function placeholder(id: number, name: string, kind: string, at: Column | undefined, text: string, anchor?: 't' | 'ctr' | 'b', look = ''): string {
  const body = anchor ? inset(anchor) : '<a:bodyPr/>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${at ? placed(at) : ''}</p:spPr><p:txBody>${body}${look ? `<a:lstStyle>${look}</a:lstStyle>` : '<a:lstStyle/>'}<a:p>${text}</a:p></p:txBody></p:sp>`
  );
}
const words = (text: string): string => `<a:r><a:rPr lang="en-US"/><a:t>${escapeXml(text)}</a:t></a:r>`;
const NUMBER_FIELD = '<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>';
const rect = (id: number, name: string, at: Column, colour: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placed(at)}${fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr>` +
  '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>';
const tree = (name: string, background: string, shapes: readonly string[]): string =>
  `<p:cSld${name ? ` name="${escapeXml(name)}"` : ''}>${background}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
  `<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes.join('')}</p:spTree></p:cSld>`;
const ground = (colour: string): string => `<p:bg><p:bgPr>${fill(colour)}<a:effectLst/></p:bgPr></p:bg>`;

const small = (align: 'l' | 'r'): string => `<a:lvl1pPr algn="${align}"><a:defRPr sz="${TITLE_SIZE.foot * 100}">${fill('accent5')}</a:defRPr></a:lvl1pPr>`;
/** Foot and number, as master and layouts have them. @param foot who hands the deck over */
const feet = (foot: string, own: boolean): string[] => [
  placeholder(8, 'Footer', 'type="ftr" sz="quarter" idx="11"', own ? FOOTER : undefined, words(foot), own ? 'ctr' : undefined, own ? small('r') : ''),
  placeholder(9, 'Number', 'type="sldNum" sz="quarter" idx="12"', own ? NUMBER : undefined, NUMBER_FIELD, own ? 'ctr' : undefined, own ? small('r') : '')
];

/** The master: its styles are the library's but for the title's and the first levels of the text. */
export function masterXml(xml: string, foot: string): string {
  const shapes = [
    rect(2, 'Edge', { x: 0, y: 0, w: SLIDE.w, h: 0.09 }, 'accent1'),
    placeholder(3, 'Title', 'type="title"', TITLE, words(m.pitch_layout_write_title()), 'ctr'),
    placeholder(4, 'Text', 'type="body" idx="1"', BODY, words(m.pitch_layout_write_text()), 't'),
    ...feet(foot, true)
  ];
  return xml
    .replace(/<p:cSld[ >].*<\/p:cSld>/s, tree('', ground('bg1'), shapes))
    .replace(/<p:hf [^>]*\/>/, '<p:hf hdr="0" dt="0"/>')
    .replace(/(<p:titleStyle>\s*<a:lvl1pPr )algn="ctr"(.*?)<a:defRPr sz="\d+"/s, `$1algn="l"$2<a:defRPr sz="${TITLE_SIZE.slide * 100}" b="1"`)
    .replace(/(<a:defRPr sz=")3200(" kern)/, '$12000$2')
    .replace(/(<a:defRPr sz=")2800(" kern)/, '$11800$2');
}

/** A layout as a whole. */
export function layoutXml(kind: (typeof LAYOUTS)[number], foot: string): string {
  const [type, name, background, shapes] = {
    cover: [
      'title',
      m.pitch_layout_cover(),
      ground('accent1'),
      [
        rect(2, 'Edge', { x: 0, y: 0, w: 0.28, h: SLIDE.h }, 'accent6'),
        placeholder(3, 'Title', 'type="ctrTitle"', { x: 1, y: 1.5, w: 10.6, h: 1.75 }, words(m.pitch_layout_write_title()), 'b', letters(TITLE_SIZE.cover)),
        placeholder(4, 'Subtitle', 'type="subTitle" idx="1"', { x: 1, y: 3.4, w: 10.6, h: 1.2 }, words(m.pitch_layout_write_text()), 't', letters(16))
      ]
    ],
    title: [
      'titleOnly',
      m.pitch_layout_title(),
      '',
      [placeholder(3, 'Title', 'type="title"', undefined, words(m.pitch_layout_write_title())), ...feet(foot, false)]
    ],
    content: [
      'obj',
      m.pitch_layout_content(),
      '',
      [
        placeholder(3, 'Title', 'type="title"', undefined, words(m.pitch_layout_write_title())),
        placeholder(4, 'Text', 'idx="1"', undefined, words(m.pitch_layout_write_text())),
        ...feet(foot, false)
      ]
    ]
  }[kind] as [string, string, string, string[]];
  // the cover has a ground of its own, without the master's edge
  const own = kind === 'cover' ? ' showMasterSp="0"' : '';
  return `${HEAD}<p:sldLayout ${NAMESPACES}${own} type="${type}" preserve="1">${tree(name, background, shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

const letters = (size: number): string =>
  `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size * 100}"${size === TITLE_SIZE.cover ? ' b="1"' : ''}>${fill('bg1')}</a:defRPr></a:lvl1pPr>`;
