import { local } from '#lib/design/page/local';
import { readAtlas, readSupport } from '#lib/site/prerender/read-data';
import { sliceSupport } from './slice';

/** What the page of support is prerendered from: the incentives, the questions that they depend on, and examples. */
export function supportPage() {
  const slice = sliceSupport(readAtlas());
  return {
    // notes are long: this page carries them in its own language only
    slice: { ...slice, notes: slice.notes.map((note) => ({ ...note, text: { zh: local(note.text), en: local(note.text) } })) },
    support: readSupport()
  };
}

export type SupportPage = ReturnType<typeof supportPage>;
