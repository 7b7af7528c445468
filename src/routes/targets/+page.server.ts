import { drawDeadlines } from '#lib/domain/targets-chart';
import { sliceTargets } from '#lib/domain/targets-slice';
import { readAtlas } from '#lib/server/read-data';

export const load = () => {
  const slice = sliceTargets(readAtlas());
  return {
    slice,
    deadlines: drawDeadlines(
      slice.targets,
      slice.documents.map(({ id }) => id)
    )
  };
};
