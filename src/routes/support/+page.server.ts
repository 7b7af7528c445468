import { sliceSupport } from '#lib/features/support/slice';
import { readAtlas, readSupport } from '#lib/site/prerender/read-data';
import { local } from '#lib/design/page/local';

export const load = () => {
  const slice = sliceSupport(readAtlas());
  return {
    // notes are long: this page carries them in its own language only
    slice: { ...slice, notes: slice.notes.map((note) => ({ ...note, text: { zh: local(note.text), en: local(note.text) } })) },
    support: readSupport()
  };
};
