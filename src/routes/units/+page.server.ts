import { indexAtlas } from '#lib/atlas/atlas';
import { isNamed, rolesOf } from '#lib/atlas/related-units';
import { readAtlas } from '#lib/site/prerender/read-data';
import type { AdminUnit } from '#lib/schema/atlas';

export const load = () => {
  const data = readAtlas();
  const atlas = indexAtlas(data);
  // what a list can say of a unit in few words: its parts in the headline layouts
  const headline = new Set([data.index.defaultLayout, ...(data.index.focusLayout ? [data.index.focusLayout] : [])]);
  const entry = ({ adcode, name }: AdminUnit) => {
    const roles = rolesOf(atlas, adcode);
    const main = roles.filter(({ layout }) => headline.has(layout.id));
    return { adcode, name, zones: roles.length, main: main.map(({ zone: { id, short, tier } }) => ({ id, short, tier })), named: isNamed(atlas, adcode) };
  };
  return {
    prefectures: data.admin
      .filter(({ parent }) => parent === data.index.province)
      .map((prefecture) => ({ ...entry(prefecture), counties: data.admin.filter(({ parent }) => parent === prefecture.adcode).map(entry) }))
  };
};
