import { expect, test } from 'vitest';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { regionBox, visibleBox } from '#lib/map/runtime/framing';
import { publishedTopology } from '../layers/fixtures';

test('far islets do not make the map of the whole smaller; all that can be seen is framed', () => {
  const geometry = decodeGeometry(publishedTopology('overview'));
  const [whole, seen] = [regionBox(geometry), visibleBox(geometry.province.features)!];
  expect(seen[0]).toBe(whole[0]);
  expect(seen[3]).toBe(whole[3]);
  expect(seen[2]).toBeLessThan(whole[2] - 0.1);
  const labels = geometry.prefectures.features.map(({ properties: { labelLon } }) => labelLon);
  expect(seen[2]).toBeGreaterThan(Math.max(...labels));
  expect(visibleBox([])).toBeUndefined();
});
