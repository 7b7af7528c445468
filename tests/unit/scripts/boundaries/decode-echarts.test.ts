import { describe, expect, test } from 'vitest';
import { decodeGeometry, decodeRing } from '../../../../scripts/steps/boundaries/decode-echarts';

/** The encoding, written from its description: 64 + zigzag of the step, in 1/1024 degree. */
const encode = (steps: [number, number][]): string =>
  steps
    .flat()
    .map((step) => String.fromCharCode(64 + ((step << 1) ^ (step >> 31))))
    .join('');

describe('decodeRing', () => {
  test('adds steps to the offset, closes the ring', () => {
    expect(
      decodeRing(
        encode([
          [0, 0],
          [1024, 0],
          [0, -512]
        ]),
        [122880, 30720]
      )
    ).toEqual([
      [120, 30],
      [121, 30],
      [121, 29.5],
      [120, 30]
    ]);
  });

  test('drops vertices that repeat', () => {
    expect(
      decodeRing(
        encode([
          [0, 0],
          [0, 0],
          [3, 1],
          [0, 0],
          [-1, 4]
        ]),
        [0, 0]
      )
    ).toHaveLength(4);
  });

  test('refuses half a vertex', () => {
    expect(() => decodeRing('@@A', [0, 0])).toThrow('3 characters');
  });
});

test('decodeGeometry drops parts without area', () => {
  const triangle = encode([
    [0, 0],
    [10, 0],
    [0, 10]
  ]);
  const geometry = {
    type: 'MultiPolygon' as const,
    coordinates: [
      [triangle],
      [
        encode([
          [0, 0],
          [0, 0]
        ])
      ]
    ],
    encodeOffsets: [[[0, 0]], [[0, 0]]]
  };
  expect(decodeGeometry(geometry)).toMatchObject({ type: 'Polygon', coordinates: [{ length: 4 }] });
});
