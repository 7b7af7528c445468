import type { Position } from 'geojson';
import { z } from 'zod';
import { readTable } from './read-table';

const row = z.object({ adcode: z.string().regex(/^\d{6}$/, 'an adcode has six digits'), lon: z.coerce.number(), lat: z.coerce.number() });

/** Label points set by hand (WGS 84 degrees), by code: geodata/boundaries/label-points.csv, and those of a pack. */
export function readLabelPoints(extra?: string): Map<string, Position> {
  return new Map(readTable('label-points.csv', row, extra).map(({ adcode, lon, lat }) => [adcode, [lon, lat]]));
}
