import type { Part } from './parts';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';

/** How a unit stands to a part, in words: “山区圈（其中三门县、天台县）”, “制药带（外部资料）”. */
export function partText({ zone, how, units }: Part): string {
  const names = formatList(units.map(({ name }) => local(name)));
  const remarks = [
    how === 'through' ? m.stories_part_through({ names }) : how === 'partly' ? m.stories_part_partly({ names }) : undefined,
    zone.membership === 'secondary' ? m.stories_part_outside() : zone.membership === 'inferred' ? m.stories_part_inferred() : undefined
  ].filter((remark) => remark !== undefined);
  return remarks.length > 0 ? m.stories_part_remark({ part: local(zone.name), remark: remarks.join(m.stories_remark_separator()) }) : local(zone.name);
}
