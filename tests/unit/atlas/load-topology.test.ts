import { expect, test } from 'vitest';
import { topologyOf } from '#lib/atlas/load-topology';
import { indexAtlas } from '#lib/atlas/atlas';
import { publishedAtlas, publishedTopology } from '../map/layers/fixtures';

const atlas = indexAtlas(publishedAtlas());

test('takes the sharper boundaries for the focus city alone', () => {
  const [overview, focus] = [publishedTopology('overview'), publishedTopology('focus')];
  expect(topologyOf(atlas, { overview, focus }, 'hz-one-core-four-parks')).toBe(focus);
  expect(topologyOf(atlas, { overview }, 'hz-one-core-four-parks')).toBe(overview);
  expect(topologyOf(atlas, { overview, focus }, 'zj-two-cores')).toBe(overview);
});
