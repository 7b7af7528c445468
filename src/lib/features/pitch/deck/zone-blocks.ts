import type { PublishedItem } from '../sheet/published-section';
import type { Item, Section, SectionId } from '../sheet/sections';
import * as m from '#lib/paraglide/messages';
import { marksOf } from '../sheet/source-numbers';
import type { Numbers } from '../sheet/source-numbers';
import { raised } from './flow';
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

/** What the document says, and apart what is published elsewhere; what the document is silent on is listed last, in one line. */
export function zoneBlocks(sections: readonly Section[], numbers: Numbers, published: readonly PublishedItem[]): { blocks: Block[]; sections: Section[] } {
  const all = chosen(sections, ON_SLIDES, numbers);
  const silent = all.filter(({ section }) => section.items.length === 0).map(({ section }) => section.title);
  const said = all.filter(({ section }) => section.items.length > 0);
  const rest: Block[] =
    silent.length > 0 ? [{ heading: m.pitch_silent(), paras: [{ runs: [{ text: silent.join(m.pitch_list_comma()), tone: 'soft' }], size: BODY }] }] : [];
  return { blocks: [...said.map(({ block }) => block), ...publishedBlocks(published), ...rest], sections: said.map(({ section }) => section) };
}
export const internalBlocks = (sections: readonly Section[], numbers: Numbers): BlockOf[] => chosen(sections, INTERNAL, numbers);

const chosen = (sections: readonly Section[], ids: readonly SectionId[], numbers: Numbers): BlockOf[] =>
  ids.flatMap((id) => sections.filter((section) => section.id === id)).map((section) => ({ section, block: blockOf(section, numbers) }));

function blockOf(section: Section, numbers: Numbers): Block {
  const { id, title, items } = section;
  const marks = marksOf(items, numbers);
  const headed = { heading: title, mark: marks.head };
  switch (id) {
    case 'role':
      return { heading: '', paras: items.map(({ text }, i) => ({ runs: [{ text, bold: true }, ...raised(marks.items[i])], size: 15, after: 2 })) };
    case 'note':
      return {
        heading: title,
        paras: items.flatMap(({ text }) => lines(text).map((line): Para => ({ runs: [{ text: line, tone: 'strong' }], size: BODY, after: 2 })))
      };
    case 'members':
    case 'sectors':
    case 'capabilities':
      return { ...headed, paras: [{ runs: inOneLine(items, marks.items), size: BODY, after: 2 }] };
    case 'targets':
      return { ...headed, paras: items.map((item, i) => targetPara(item, marks.items[i])) };
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
      return { ...headed, paras: items.map((item, i) => bullet(item, marks.items[i])) };
  }
}

/** Words only: a figure of other ground or another measure would read as progress in a chart. */
const publishedBlocks = (items: readonly PublishedItem[]): Block[] =>
  items.length === 0
    ? []
    : [
        {
          heading: `◇ ${m.pitch_published()}`,
          paras: [
            ...items.map(({ number, ...item }) => bullet(item, number)),
            { runs: [{ text: m.published_areas_rule(), tone: 'soft' as const }], size: SMALL, after: 2 }
          ]
        }
      ];

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** “甲、乙、丙”, the project's own sectors set off. */
function inOneLine(items: readonly Item[], marks: readonly string[]): Run[] {
  return items.flatMap(({ text, detail, strong }, i): Run[] => [
    ...(i > 0 ? [{ text: m.pitch_list_comma() }] : []),
    { text, ...(strong ? { bold: true, tone: 'brand' as const } : {}) },
    ...raised(marks[i]),
    ...(detail ? [{ text: m.pitch_in_brackets({ text: detail }), tone: 'soft' as const }] : [])
  ]);
}

/** The figure and what it counts are one paragraph, so that no column end comes between them. */
const targetPara = ({ text, value, detail }: Item, mark: string | undefined): Para => ({
  runs: [
    { text: `${value ?? ''}\n`, bold: true, tone: 'brand', size: 18 },
    { text, size: BODY },
    ...raised(mark).map((run) => ({ ...run, size: BODY })),
    ...(detail ? [{ text: `\n${detail}`, tone: 'soft' as const, size: SMALL }] : [])
  ],
  size: BODY,
  after: 6
});

/** Numbers stand after words, not after a figure and its unit: they would read as a power. */
const bullet = ({ text, value, detail, strong }: Omit<Item, 'citations'>, mark: string | undefined): Para => ({
  runs: [
    { text, ...(strong ? { bold: true, tone: 'brand' as const } : {}) },
    ...raised(mark),
    ...(value ? [{ text: `  ${value}`, bold: true }] : []),
    ...(detail ? [{ text: `  ${detail}`, tone: 'soft' as const, size: SMALL }] : [])
  ],
  size: BODY,
  bullet: true,
  after: 3
});
