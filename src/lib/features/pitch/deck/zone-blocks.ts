import type { Item, Section, SectionId } from '../sheet/sections';
import * as m from '#lib/paraglide/messages';
import type { Block, Para, Run } from './flow';

/* A zone's sections as blocks of a slide. Slides are read from afar: short lists run on, figures stand large. */

/** Sections of a zone's own slides, in the order of reading; support and remarks have slides of their own. */
const ON_SLIDES: readonly SectionId[] = [
  'role',
  'note',
  'sectors',
  'targets',
  'members',
  'parks',
  'platforms',
  'others',
  'capabilities',
  'access',
  'partners',
  'neighbours'
];
const INTERNAL: readonly SectionId[] = ['unplaced', 'caveats'];

const BODY = 12;
const SMALL = 10;

type BlockOf = Readonly<{ block: Block; section: Section }>;

/** What the document says; what it is silent on is listed last, in one line. */
export function zoneBlocks(sections: readonly Section[]): { blocks: Block[]; sections: Section[] } {
  const all = chosen(sections, ON_SLIDES);
  const silent = all.filter(({ section }) => section.items.length === 0).map(({ section }) => section.title);
  const said = all.filter(({ section }) => section.items.length > 0);
  const rest: Block[] =
    silent.length > 0 ? [{ heading: m.pitch_silent(), paras: [{ runs: [{ text: silent.join(m.pitch_list_comma()), tone: 'soft' }], size: BODY }] }] : [];
  return { blocks: [...said.map(({ block }) => block), ...rest], sections: said.map(({ section }) => section) };
}
export const internalBlocks = (sections: readonly Section[]): BlockOf[] => chosen(sections, INTERNAL);

const chosen = (sections: readonly Section[], ids: readonly SectionId[]): BlockOf[] =>
  ids.flatMap((id) => sections.filter((section) => section.id === id)).map((section) => ({ section, block: blockOf(section) }));

function blockOf(section: Section): Block {
  const { id, title, items } = section;
  switch (id) {
    case 'role':
      return { heading: '', paras: items.map(({ text }) => ({ runs: [{ text, bold: true }], size: 15, after: 2 })) };
    case 'note':
      return {
        heading: title,
        paras: items.flatMap(({ text }) => lines(text).map((line): Para => ({ runs: [{ text: line, tone: 'strong' }], size: BODY, after: 2 })))
      };
    case 'members':
    case 'sectors':
    case 'capabilities':
      return { heading: title, paras: [{ runs: inOneLine(items), size: BODY, after: 2 }] };
    case 'targets':
      return { heading: title, paras: items.map(targetPara) };
    case 'parks':
    case 'platforms':
    case 'others':
    case 'access':
    case 'partners':
    case 'neighbours':
    case 'support':
    case 'history':
    case 'unplaced':
    case 'caveats':
      return { heading: title, paras: items.map(bullet) };
  }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** “甲、乙、丙”, the project's own sectors set off. */
function inOneLine(items: readonly Item[]): Run[] {
  return items.flatMap(({ text, detail, strong }, i): Run[] => [
    ...(i > 0 ? [{ text: m.pitch_list_comma() }] : []),
    { text, ...(strong ? { bold: true, tone: 'brand' as const } : {}) },
    ...(detail ? [{ text: m.pitch_in_brackets({ text: detail }), tone: 'soft' as const }] : [])
  ]);
}

/** The figure and what it counts are one paragraph, so that no column end comes between them. */
const targetPara = ({ text, value, detail }: Item): Para => ({
  runs: [
    { text: `${value ?? ''}\n`, bold: true, tone: 'brand', size: 18 },
    { text: detail ? `${text}\n` : text, size: BODY },
    ...(detail ? [{ text: detail, tone: 'soft' as const, size: SMALL }] : [])
  ],
  size: BODY,
  after: 6
});

const bullet = ({ text, value, detail, strong }: Item): Para => ({
  runs: [
    { text: value ? `${text}  ` : text, ...(strong ? { bold: true, tone: 'brand' as const } : {}) },
    ...(value ? [{ text: value, bold: true }] : []),
    ...(detail ? [{ text: `  ${detail}`, tone: 'soft' as const, size: SMALL }] : [])
  ],
  size: BODY,
  bullet: true,
  after: 3
});
