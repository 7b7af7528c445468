import { local } from '#lib/design/page/local';
import { briefNest, nestTargets, sameGoals } from '#lib/facts/nest';
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
