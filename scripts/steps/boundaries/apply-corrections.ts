import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { BOUNDARY_DATA } from './read-table';
import { runMapshaper } from './run-mapshaper';
import type { Area, Unit } from './unit';

const corrections = z.array(
  z.strictObject({
    unit: z.string().regex(/^\d{6}$/, 'an adcode has six digits'),
    erase: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    reason: z.string().min(1)
  })
);

/** A box taken out of a unit of the base, with the reason. */
export type Correction = z.infer<typeof corrections>[number];

/** Reads geodata/boundaries/corrections.yaml. Throws an Error naming file, path and rule where it breaks the format. */
export function readCorrections(): Correction[] {
  const result = corrections.safeParse(parse(readFileSync(`${BOUNDARY_DATA}corrections.yaml`, 'utf8')));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`geodata/boundaries/corrections.yaml: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

/** Takes the boxes out of the units that they name (codes of the base, WGS 84); units not loaded are skipped. */
export async function applyCorrections(units: readonly Unit[], list: readonly Correction[]): Promise<Unit[]> {
  return Promise.all(
    units.map(async (unit) => {
      let current = unit;
      for (const { unit: adcode, erase } of list) {
        if (adcode === unit.properties.adcode) current = { ...current, geometry: await eraseBox(current, erase) };
      }
      return current;
    })
  );
}

async function eraseBox(unit: Unit, box: Correction['erase']): Promise<Area> {
  const where = `geodata/boundaries/corrections.yaml: ${unit.properties.adcode}`;
  const output = await runMapshaper<{ 'rest.json': { geometries: Area[] } }>(
    where,
    { 'unit.json': { ...unit, properties: {} } },
    ['-i unit.json', `-erase bbox=${box.join(',')}`, '-o rest.json format=geojson geojson-type=GeometryCollection'],
    ['rest.json']
  );
  const [rest] = output['rest.json'].geometries;
  if (!rest) throw new Error(`${where}: nothing is left of ${unit.properties.nameZh}`);
  return rest;
}
