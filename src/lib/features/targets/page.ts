import { local } from '#lib/design/page/local';
import { readAtlas } from '#lib/site/prerender/read-data';
import { drawDeadlines } from './chart';
import { groupLookalikes } from './lookalikes';
import { nestRows, nestTargets, sameGoals } from './nest';
import type { NestRow } from './nest';
import { sliceTargets } from './slice';

/** A row of a nest by ids: the page has the targets already. `within` is the length of the row above it. */
const inBrief = ({ nested: { target, share, span }, depth, parent }: NestRow) => ({
  id: target.id,
  depth,
  span,
  within: parent?.span,
  share: share && { ratio: share.ratio, fraction: target.fraction, printedOf: share.kind === 'printed' ? share.of.metric : undefined }
});

/** What the page of targets is prerendered from: all targets and what they name, their deadlines drawn as a chart, and how they relate. */
export function targetsPage() {
  const whole = sliceTargets(readAtlas());
  // notes are long and are not searched: this page carries them in its own language only
  const slice = { ...whole, notes: whole.notes.map((note) => ({ ...note, text: { zh: local(note.text), en: local(note.text) } })) };
  const { targets, documents, notes } = slice;
  return {
    slice,
    deadlines: drawDeadlines(
      targets,
      documents.map(({ id }) => id)
    ),
    nests: nestTargets(targets).map((nest) => nestRows(nest).map(inBrief)),
    twins: sameGoals(targets).map((group) => group.map(({ id }) => id)),
    lookalikes: groupLookalikes(targets, notes).map(({ families, items }) => ({
      families,
      items: items.map((item) => ({ note: item.note.id, targets: item.targets.map(({ id }) => id) }))
    }))
  };
}

export type TargetsPage = ReturnType<typeof targetsPage>;
