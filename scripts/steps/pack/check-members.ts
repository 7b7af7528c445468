import type { Link } from '#lib/schema/pack';
import type { Problem } from '../problem';
import { problemsOf } from './problems-of';
import type { Pack } from './read-pack';
import { isWithin } from './within';
import { REFERENCES } from './words/references';

/** Each member of a zone once; what one of its links says of some of the members says it of members, or of units in them. */
export function checkMembers(pack: Pack): Problem[] {
  const groups = new Map(pack.unitGroups.data.map(({ id, adcodes }) => [id, adcodes]));
  return pack.documents.flatMap(({ zones: source }) => {
    const { problems, complain } = problemsOf(source);
    source.data.zones.forEach((zone, i) => {
      zone.units.forEach((code, j) => {
        if (zone.units.indexOf(code) < j) complain(['zones', i, 'units', j], REFERENCES.unitTwice(zone.id, code));
      });
      const members = zone.units.length > 0 ? zone.units : (groups.get(zone.unitGroup ?? '') ?? []);
      if (members.length === 0) return;
      const check = (links: readonly Link[], kind: string) =>
        links.forEach((link, j) => {
          if (typeof link === 'string') return;
          link.units?.forEach((code, k) => {
            if (!members.some((unit) => isWithin(code, unit))) complain(['zones', i, kind, j, 'units', k], REFERENCES.noMember(zone.id, code));
          });
        });
      for (const kind of ['sectors', 'capabilities', 'platforms', 'parks'] as const) check(zone[kind], kind);
    });
    return problems;
  });
}
