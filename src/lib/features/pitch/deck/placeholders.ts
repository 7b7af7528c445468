import { TITLE_SIZE } from './office-theme';

/* What of a slide is a placeholder of its layout: found by the name that it was drawn under, and given back the layout's look. */

/** Names under which title, line below a cover's title and foot are drawn. */
export const DRAWN_AS = { title: 'Title', cover: 'Cover title', sub: 'Subtitle', foot: 'Footer' } as const;
type Kind = keyof typeof DRAWN_AS;

/** Fonts of the theme for titles, and for all else. */
const faces = (kind: 'mj' | 'mn'): string => ['latin', 'ea', 'cs'].map((slot) => `<a:${slot} typeface="+${kind}-${slot === 'latin' ? 'lt' : slot}"/>`).join('');

/** @property stays where it was drawn: its size depends on its words */
const KINDS: Readonly<Record<Kind, Readonly<{ ph: string; size: number; stays: boolean }>>> = {
  title: { ph: 'type="title"', size: TITLE_SIZE.slide, stays: false },
  cover: { ph: 'type="ctrTitle"', size: TITLE_SIZE.cover, stays: true },
  sub: { ph: 'type="subTitle" idx="1"', size: TITLE_SIZE.sub, stays: true },
  foot: { ph: 'type="ftr" sz="quarter" idx="11"', size: TITLE_SIZE.foot, stays: false }
};

const SHAPE = /<p:sp><p:nvSpPr><p:cNvPr id="(\d+)" name="([^"]*)"><\/p:cNvPr>.*?<\/p:nvSpPr><p:spPr>(.*?)<\/p:spPr><p:txBody>(.*?)<\/p:txBody><\/p:sp>/gs;
const PLACED = /<a:xfrm.*?<\/a:xfrm>/s;

/** The placeholders of a slide in place of the boxes that they were drawn as; its number is tied to the layout's. */
export function withPlaceholders(xml: string): string {
  return xml
    .replace(SHAPE, (whole, id: string, name: string, look: string, body: string) => {
      const found = (Object.keys(DRAWN_AS) as Kind[]).find((kind) => DRAWN_AS[kind] === name);
      if (!found) return whole;
      const { ph, size, stays } = KINDS[found];
      const place = stays ? (PLACED.exec(look)?.[0] ?? '') : '';
      return (
        `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>` +
        `<p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${body
          .slice(body.indexOf('<a:p>'))
          .replace(/<a:pPr[^>]*>.*?<\/a:pPr>/gs, '')
          .replace(RUN, (run) => bare(run, size, found === 'title' || found === 'cover' ? 'mj' : 'mn'))}</p:txBody></p:sp>`
      );
    })
    .replace(NUMBER, '$1<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>$2</p:txBody>')
    .replaceAll('idx="4294967295"', 'idx="12"');
}

/** A slide's number: where it stands and how it looks is the layout's. */
const NUMBER = /(<p:nvPr><p:ph type="sldNum"[^>]*\/><\/p:nvPr>\s*<\/p:nvSpPr>)\s*<p:spPr>.*?<\/p:spPr><p:txBody>.*?(<a:p>.*?<\/a:p>)<\/p:txBody>/s;
const RUN = /<a:rPr([^>]*)>.*?<\/a:rPr>|<a:endParaRPr[^>]*\/>/gs;
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** A run's look without what the layout says: its size where that is another, and all of a raised number's. */
function bare(run: string, size: number, kind: 'mj' | 'mn'): string {
  if (run.startsWith('<a:endParaRPr') || attribute(run, 'baseline')) return run;
  const [lang, sz] = [attribute(run, 'lang') ?? 'en-US', attribute(run, 'sz')];
  return `<a:rPr lang="${lang}"${sz && Number(sz) !== size * 100 ? ` sz="${sz}"` : ''} dirty="0">${faces(kind)}</a:rPr>`;
}

/** Text of the first placeholder for a title. */
export function titleOf(xml: string): string {
  const shape = /<p:ph type="(?:ctrT|t)itle"\/>.*?<\/p:sp>/s.exec(xml)?.[0] ?? '';
  // raised numbers of sources are no part of it
  const runs = [...shape.matchAll(/<a:r><a:rPr([^>]*)(?:\/>|>.*?<\/a:rPr>)<a:t>([^<]*)<\/a:t>/gs)].filter(
    ([, attributes = '']) => !attributes.includes('baseline=')
  );
  return runs.map(([, , text]) => text).join('');
}
