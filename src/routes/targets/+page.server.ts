import { drawDeadlines } from '#lib/features/targets/chart';
import { sliceTargets } from '#lib/features/targets/slice';
import { readAtlas } from '#lib/site/prerender/read-data';
import { local } from '#lib/design/page/local';

export const load = () => {
  const slice = sliceTargets(readAtlas());
  return {
    // notes are long and are not searched: this page carries them in its own language only
    slice: { ...slice, notes: slice.notes.map((note) => ({ ...note, text: { zh: local(note.text), en: local(note.text) } })) },
    deadlines: drawDeadlines(
      slice.targets,
      slice.documents.map(({ id }) => id)
    )
  };
};
