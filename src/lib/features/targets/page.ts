import { asset } from '$app/paths';
import { prefectureLevel } from '#lib/atlas/admin-units';
import { inLanguage } from '#lib/atlas/in-language';
import type { Text } from '#lib/schema/common';
import { local } from '#lib/design/page/local';
import { siteAddress } from '#lib/design/page/site-address';
import * as m from '#lib/paraglide/messages';
import { briefNest, nestTargets, sameGoals } from '#lib/facts/nest';
import { figuresOf } from '#lib/atlas/published';
import { publishedBlock } from '#lib/facts/published-block';
import { seriesCharts } from '#lib/facts/series-chart';
import { figuresBeside } from '#lib/facts/target-figures';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';
import { figuresData } from '#lib/site/prerender/structured-data';
import { indexAtlas } from '#lib/atlas/atlas';
import { deadlineAxis } from './axis';
import { groupLookalikes } from './lookalikes';
import { shortenNotes } from './short-notes';
import { sliceTargets } from './slice';

/** What the page of targets is prerendered from: all targets and what they name, the axis of their deadlines, and how they relate. */
export function targetsPage(language: keyof Text) {
  const published = readPublished();
  const data = readAtlas();
  const whole = shortenNotes(sliceTargets(data));
  const { targets, notes } = whole;
  const beside = figuresBeside(indexAtlas(data), published, targets);
  const page = {
    slice: whole,
    /** figures that were published beside targets, and the day on which others were looked for */
    beside,
    searched: published.searched,
    axis: deadlineAxis(targets),
    nests: nestTargets(targets).map((nest) => briefNest(nest)),
    twins: sameGoals(targets).map((group) => group.map(({ id }) => id)),
    lookalikes: groupLookalikes(targets, notes).map(({ families, items }) => ({
      families,
      items: items.map((item) => ({ note: item.note.id, targets: item.targets.map(({ id }) => id) }))
    }))
  };
  // notes are long and are not searched: the page carries them in its own language only, and once
  const said = notes.map((note) => ({ ...note, kind: 'silent' as const, document: '', text: { zh: '', en: '', [language]: note.text[language] } }));
  const carried = inLanguage(page, language);
  return { ...carried, slice: { ...carried.slice, notes: said } };
}

export type TargetsPage = ReturnType<typeof targetsPage>;

/** The figures as files: with all that is known of them, and as a table. */
const FILES = [
  { file: 'published.json', type: 'application/json' },
  { file: 'downloads/figures.csv', type: 'text/csv' }
] as const;

/** The page of all figures that are published elsewhere, by area: the province, then cities, each followed by its parts. */
export function publishedPage(language: keyof Text) {
  const data = readAtlas();
  const published = readPublished();
  const atlas = indexAtlas(data);
  const areas = data.admin
    .filter(({ level }) => level === 'province')
    .concat(prefectureLevel(data.admin).flatMap((city) => [city, ...data.admin.filter(({ parent }) => parent === city.adcode)]));
  const beside = new Set(published.beside.map(({ target }) => target));
  return {
    block: publishedBlock(
      atlas,
      published,
      areas.map(({ adcode, name, level }) => ({
        title: local(name),
        ...(level === 'province' ? {} : { path: `/units/${adcode}/` }),
        figures: figuresOf(published, { adcode })
      }))
    ),
    series: seriesCharts(atlas, published.figures),
    count: published.figures.length,
    structured: figuresData(
      atlas,
      published,
      { name: m.targets_published_title(), description: m.targets_published_lead({ count: published.figures.length }) },
      FILES.map(({ file, type }) => ({ url: siteAddress(asset(`/data/v1/${file}`)), type })),
      language
    ),
    without: data.targets.filter(({ id }) => !beside.has(id)).length,
    searched: published.searched
  };
}
export type PublishedFiguresPage = ReturnType<typeof publishedPage>;
