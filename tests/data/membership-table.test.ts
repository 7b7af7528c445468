import { expect, it } from 'vitest';
import { lineage, zonesOf } from '#lib/atlas/atlas';
import { countyLevel } from '#lib/atlas/admin-units';
import { membershipTable } from '#lib/atlas/membership-table';
import { badgesOf } from '#lib/atlas/primary-zone';
import { atlas, data } from './estimate-real';

const areas = countyLevel(data.admin);

it.each(data.layouts.map((layout) => [layout.id, layout] as const))('the table of %s has the members of its zones, as the map marks them', (_, layout) => {
  const { zones, rows, open } = membershipTable(data, layout);
  expect([...zones, ...open].sort()).toEqual(
    zonesOf(atlas, layout)
      .map(({ id }) => id)
      .sort()
  );
  expect(rows.map(({ adcode }) => adcode)).toEqual(data.admin.filter(({ parent }) => parent === layout.adcode).map(({ adcode }) => adcode));
  zones.forEach((id, column) => {
    const zone = atlas.zone.get(id)!;
    const counties = areas.filter(({ adcode }) => lineage(atlas, adcode).some((unit) => zone.units.includes(unit.adcode))).map(({ adcode }) => adcode);
    const within = (adcode: string) => counties.filter((county) => lineage(atlas, county).some((unit) => unit.adcode === adcode));
    for (const { adcode, of, members } of rows) {
      expect(members[column], `${id} ${adcode}`).toBe(within(adcode).length);
      expect(members[column]).toBeLessThanOrEqual(of);
      const badge = badgesOf([zone], atlas.unit.get(adcode)!, areas)[0];
      expect(badge?.part).toBe(members[column] === 0 ? undefined : members[column]! < of);
    }
    // nothing is lost: every member is in one of the rows
    expect(rows.reduce((sum, { members }) => sum + (members[column] ?? 0), 0)).toBe(counties.length);
  });
  for (const id of open) expect(atlas.zone.get(id)?.units).toEqual([]);
});
