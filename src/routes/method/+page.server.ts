import { readAtlas } from '#lib/server/read-data';

export const load = () => {
  const { index } = readAtlas();
  return { index: { version: index.version, statusAsOf: index.statusAsOf, counts: index.counts, files: index.files } };
};
