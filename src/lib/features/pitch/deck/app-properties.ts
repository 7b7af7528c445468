import { escapeXml } from '#lib/map/picture/xml';
import { titleOf } from './placeholders';

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;

/** Words as office programs count them: each Chinese character is one. */
function wordCount(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  return han + (text.replace(HAN, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}

/**
 * A deck's properties (docProps/app.xml) with counts that are true of it.
 * @param slides XML of its slides, in order; every slide has a page of notes
 * @param office who hands it over
 */
export function appProperties(slides: readonly string[], office: string): string {
  const titles = slides.map((xml, i) => titleOf(xml) || String(i + 1));
  const paragraphs = slides.flatMap((xml) => [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner = '']) => textOf(inner)).filter(Boolean));
  const words = paragraphs.reduce((sum, text) => sum + wordCount(text), 0);
  const name = escapeXml(office);
  const pair = (text: string, count: number) => `<vt:variant><vt:lpstr>${text}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">',
    `<TotalTime>0</TotalTime><Words>${words}</Words><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>`,
    `<Paragraphs>${paragraphs.length}</Paragraphs><Slides>${slides.length}</Slides><Notes>${slides.length}</Notes><HiddenSlides>0</HiddenSlides><MMClips>0</MMClips>`,
    `<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="4" baseType="variant">${pair('Theme', 1)}${pair('Slide Titles', slides.length)}</vt:vector></HeadingPairs>`,
    `<TitlesOfParts><vt:vector size="${slides.length + 1}" baseType="lpstr">${[name, ...titles].map((text) => `<vt:lpstr>${text}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts>`,
    `<Company>${name}</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>`
  ].join('');
}

const textOf = (xml: string): string => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('');
