import { byCurrency } from '#lib/atlas/document-time';
import { readAtlas, readStories } from '#lib/site/prerender/read-data';
import { drawStory } from './draw-maps';
import { sliceStory } from './slice';

/** All walks in a few words, each with the document it is about; those of documents in force come first. */
export function storyIndex() {
  const { documents, layouts, index } = readAtlas();
  const order = byCurrency(index.statusAsOf);
  const documentOf = (layout: string) => {
    const found = documents.find(({ id }) => id === layouts.find((one) => one.id === layout)?.document);
    if (!found) return undefined;
    const { clauses: _, notes: __, ...head } = found;
    return head;
  };
  return {
    stories: readStories()
      .map(({ id, title, lead, steps }) => {
        const document = documentOf(steps[0]?.focus.layout ?? '');
        return { id, title, lead, steps: steps.map((step) => step.title), document };
      })
      .sort((a, b) => (a.document && b.document ? order(a.document, b.document) : 0))
  };
}

/** What the page of one walk is prerendered from: its steps, the facts they mention and its maps, drawn; undefined for an id that no walk has. */
export function storyPage(id: string) {
  const data = readAtlas();
  const story = readStories().find((one) => one.id === id);
  return story && { story, slice: sliceStory(data, story), ...drawStory(data, story) };
}

export type StoryIndex = ReturnType<typeof storyIndex>;
export type StoryPage = NonNullable<ReturnType<typeof storyPage>>;
