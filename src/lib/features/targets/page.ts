import { local } from '#lib/design/page/local';
import { briefNest, nestTargets, sameGoals } from '#lib/facts/nest';
import { figuresOf } from '#lib/atlas/published';
import { publishedBlock } from '#lib/facts/published-block';
import { seriesCharts } from '#lib/facts/series-chart';
import { figuresBeside } from '#lib/facts/target-figures';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';
import { indexAtlas } from '#lib/atlas/atlas';
import { deadlineAxis } from './axis';
import { groupLookalikes } from './lookalikes';
import { sliceTargets } from './slice';

/** What the page of targets is prerendered from: all targets and what they name, the axis of their deadlines, and how they relate. */
export function targetsPage() {
  const published = readPublished();
  const data = readAtlas();
  const whole = sliceTargets(data);
  // notes are long and are not searched: this page carries them in its own language only
  const slice = { ...whole, notes: whole.notes.map((note) => ({ ...note, text: { zh: local(note.text), en: local(note.text) } })) };
  const { targets, notes } = slice;
  const beside = figuresBeside(indexAtlas(data), published, targets);
  return {
    slice,
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
}

export type TargetsPage = ReturnType<typeof targetsPage>;

/** The page of all figures that are published elsewhere, by area: the province, then cities, each followed by its parts. */
export function publishedPage() {
  const data = readAtlas();
  const published = readPublished();
  const atlas = indexAtlas(data);
  const areas = data.admin
    .filter(({ level }) => level === 'province')
    .concat(data.admin.filter(({ level }) => level === 'prefecture').flatMap((city) => [city, ...data.admin.filter(({ parent }) => parent === city.adcode)]));
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
    without: data.targets.filter(({ id }) => !beside.has(id)).length,
    searched: published.searched
  };
}
export type PublishedFiguresPage = ReturnType<typeof publishedPage>;
