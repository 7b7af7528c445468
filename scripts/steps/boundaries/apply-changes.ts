import { cutUnits } from './cut-units';
import { joinUnits } from './join-units';
import { unknownCode } from './nearest-code';
import { unitsBefore } from './read-changes';
import type { Change, DividingLines } from './read-changes';
import type { Unit } from './unit';

type Step = Change['steps'][number];

/** Base prefectures to read for `prefectures`: themselves, and those that gave units to them since. */
export function basePrefectures(prefectures: readonly string[], changes: readonly Change[]): string[] {
  const givers = changes.flatMap((change) =>
    change.steps.flatMap((step) => (step.kind === 'recode' && step.from && step.parent && prefectures.includes(step.parent) ? [step.from] : []))
  );
  return [...new Set([...prefectures, ...givers])];
}

/**
 * Applies the changes, in order, to the units (WGS 84). A step that touches none of them is skipped.
 * Throws an Error naming change and code if a step touches only some of its units, or a cut fails.
 */
export async function applyChanges(units: readonly Unit[], changes: readonly Change[], lines: DividingLines): Promise<Unit[]> {
  let current = [...units];
  for (const change of changes) {
    for (const step of change.steps) {
      current = await applyStep(current, step, lines, `geodata/boundaries/changes.yaml: ${change.id}`);
    }
  }
  return current;
}

async function applyStep(units: Unit[], step: Step, lines: DividingLines, where: string): Promise<Unit[]> {
  const codes = unitsBefore(step);
  const touched = units.filter((unit) => codes.includes(unit.properties.adcode));
  if (touched.length === 0) return units;
  const missing = codes.find((code) => !touched.some((unit) => unit.properties.adcode === code));
  if (missing)
    throw unknownCode(
      where,
      missing,
      units.map((unit) => unit.properties)
    );
  const others = units.filter((unit) => !touched.includes(unit));
  return [...others, ...(await changed(touched, step, lines, where))];
}

async function changed(touched: Unit[], step: Step, lines: DividingLines, where: string): Promise<Unit[]> {
  switch (step.kind) {
    case 'recode':
      return touched.map((unit) => ({
        ...unit,
        properties: {
          adcode: step.adcode ?? unit.properties.adcode,
          nameZh: step.nameZh ?? unit.properties.nameZh,
          parent: step.parent ?? unit.properties.parent
        }
      }));
    case 'merge': {
      const { parent } = touched[0]!.properties;
      return [await joinUnits(touched, { adcode: step.adcode, nameZh: step.nameZh, parent }, where)];
    }
    case 'cut':
      return cutUnits(touched, step, lines, where);
  }
}
