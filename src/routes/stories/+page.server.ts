import { readAtlas, readStories } from '#lib/server/read-data';

export const load = () => {
  const { documents, layouts } = readAtlas();
  const documentOf = (layout: string) => documents.find(({ id }) => id === layouts.find((one) => one.id === layout)?.document);
  return {
    stories: readStories().map(({ id, title, lead, steps }) => {
      const document = documentOf(steps[0]?.focus.layout ?? '');
      return { id, title, lead, steps: steps.map((step) => step.title), document };
    })
  };
};
