import type { Atlas } from '#lib/atlas/atlas';
import { local } from '#lib/design/page/local';
import { targetDeadline, targetValue } from '#lib/facts/target-text';
import * as m from '#lib/paraglide/messages';
import type { Layout } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Pitch } from '../build';
import { distinct } from '../zone';
import type { PitchZone, SaidTarget } from '../zone';
import type { Numbers } from '../sheet/source-numbers';
import { blockHeight, flowLarge, raised, scaled } from './flow';
import type { Block, Column, Placed } from './flow';

/* The first slides, to be read from the back of a room: the map over the whole slide, the zones in a line each, and the key figures. */

type Front = Readonly<{ title: string; citations: readonly Citation[]; page: string }> &
  (Readonly<{ kind: 'overview'; layout: Layout; zones: readonly PitchZone[] }> | Readonly<{ kind: 'text'; placed: readonly Placed[]; remark?: string }>);

const WHOLE: Column = { x: 0.5, y: 1.35, w: 12.33, h: 5.4 };

/** A map of each layout that has several of the zones, and what each zone is for. */
export function overviews(pitch: Pitch, numbers: Numbers): Front[] {
  const layouts = [...new Map(pitch.zones.map(({ layout }) => [layout.id, layout])).values()];
  const count = (layout: Layout) => pitch.zones.filter((one) => one.layout.id === layout.id).length;
  // a zone alone in its layout is seen on its own map
  const shown = layouts.some((layout) => count(layout) > 1) ? layouts.filter((layout) => count(layout) > 1) : layouts.slice(0, 1);
  return shown.flatMap((layout): Front[] => {
    const zones = pitch.zones.filter((one) => one.layout.id === layout.id);
    const base = { citations: distinct([...layout.citations, ...zones.flatMap(({ zone }) => zone.citations)]), page: `/layouts/${layout.id}/` };
    const title = m.pitch_overview_of({ layout: local(layout.name) });
    const blocks = zones.map(({ zone }): Block => ({
      heading: '',
      paras: [
        // one paragraph: no slide ends between a zone and what it is for
        {
          runs: [
            { text: local(zone.name), bold: true, tone: 'brand', size: 20 },
            ...raised(numbers(zone.citations)).map((run) => ({ ...run, size: 20 })),
            { text: `\n${local(zone.role)}` }
          ],
          size: 16,
          after: 4
        }
      ]
    }));
    const roles = flowLarge(blocks, [WHOLE], [WHOLE], '').map((placed, i): Front => ({
      ...base,
      kind: 'text',
      title: m.pitch_roles_of({ layout: local(layout.name) }) + (i > 0 ? m.pitch_continued() : ''),
      placed
    }));
    const map: Front[] = zones.every(({ zone }) => zone.units.length === 0) ? [] : [{ ...base, kind: 'overview', title, layout, zones }];
    return [...map, ...roles];
  });
}

/** Figures on a slide: three abreast in two rows. */
const FIGURES = 6;

/** The zones' targets in large figures: each zone's own first, a joint one once, and told as joint in letters as large. */
export function figureSlides(atlas: Atlas, { zones }: Pitch, numbers: Numbers): Front[] {
  const all = zones.flatMap((one) => one.targets.map((said) => ({ said, one })));
  const known = [
    ...new Map([...all].sort((a, b) => Number(a.said.joint ?? 0) - Number(b.said.joint ?? 0)).map((each) => [each.said.target.id, each])).values()
  ];
  const told = known.slice(0, FIGURES);
  if (told.length === 0) return [];
  const columns = Math.min(3, told.length);
  const rows = Math.ceil(told.length / columns);
  const [width, height] = [(WHOLE.w - 0.45 * (columns - 1)) / columns, (WHOLE.h - 0.3 * (rows - 1)) / rows];
  const placed = told.map(({ said, one }, i): Placed => ({
    block: fitted(figureBlock(atlas, said, one, numbers), width, height),
    ...{ x: WHOLE.x + (i % columns) * (width + 0.45), y: WHOLE.y + Math.floor(i / columns) * (height + 0.3), w: width, h: height }
  }));
  const citations = distinct(told.map(({ said }) => said.target.citation));
  return [{ kind: 'text', title: m.pitch_figures(), placed, citations, page: '/targets/', remark: m.pitch_targets_remark() }];
}

function figureBlock(atlas: Atlas, { target, joint, citations }: SaidTarget, { zone }: PitchZone, numbers: Numbers): Block {
  const label = local(target.metric) + (joint ? m.pitch_in_brackets({ text: m.pitch_joint({ count: joint }) }) : '');
  return {
    heading: '',
    paras: [
      { runs: [{ text: targetValue(atlas, target), bold: true, tone: 'brand' }], size: 36, after: 2 },
      { runs: [{ text: label, bold: true }, ...raised(numbers(citations))], size: 20, after: 2 },
      { runs: [{ text: [joint ? '' : local(zone.short), targetDeadline(target)].filter(Boolean).join(' · '), tone: 'soft' }], size: 16 }
    ]
  };
}

/** A block in the largest letters with which it fits. */
function fitted(block: Block, width: number, height: number): Block {
  const tried = [1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6].map((factor) => scaled([block], factor)[0] ?? block);
  return tried.find((one) => blockHeight(one, width) <= height) ?? tried.at(-1) ?? block;
}
