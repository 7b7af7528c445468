import { readAtlas, readStories } from '#lib/site/prerender/read-data';

export const load = () => {
  const { documents, layouts } = readAtlas();
  const documentOf = (layout: string) => {
    const found = documents.find(({ id }) => id === layouts.find((one) => one.id === layout)?.document);
    if (!found) return undefined;
    const { clauses: _, notes: __, ...head } = found;
    return head;
  };
  return {
    stories: readStories().map(({ id, title, lead, steps }) => {
      const document = documentOf(steps[0]?.focus.layout ?? '');
      return { id, title, lead, steps: steps.map((step) => step.title), document };
    })
  };
};
