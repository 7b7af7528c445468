import type PptxGenJS from 'pptxgenjs';
import type { Pitch } from '../build';
import type { MapKind } from '../map-kind';
import { documentDates } from '../text';
import type { Numbers } from '../sheet/source-numbers';
import { statusText } from '#lib/facts/status-text';
import { tierNameOf } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import type { DocumentStatus } from '#lib/schema/atlas';
import { formatDay, local } from '#lib/design/page/local';
import type { SlidePlan } from './deck-plan';
import { LEFT, OVERVIEW_MAP, SLIDE, WIDTH, ZONE_MAP } from './deck-plan';
import { drawChart, drawShares } from './draw-charts';
import { box, drawBlock, drawTable, textAndMark } from './draw-text';
import type { Column } from './flow';
import { hueInk, INK, latinFont, mix } from './ink';
import { LEADING, lineCount, textHeight, widthOf } from './measure';
import { FOOTER, TITLE_SIZE } from './office-theme';
import { DRAWN_AS } from './placeholders';
import { TABLE_ROOM } from './tables-of-deck';

type Slide = PptxGenJS.Slide;
/** A picture for the deck: data URL and size in px. */
export type DeckPicture = Readonly<{ data: string; width: number; height: number }>;
export type Deck = Readonly<{ pitch: Pitch; numbers: Numbers; logo: DeckPicture | undefined; siteName: string; maps: MapKind }>;

/** On the cover's dark ground. */
const PALE = mix(INK.brand, INK.paper, 0.75);
export const MASTER = 'SHEET';

/** Layouts as far as the library must know them: how they look is written into the finished file, see office-theme.ts */
export const layoutProps = (title: string): PptxGenJS.SlideMasterProps => ({
  title,
  slideNumber: { x: SLIDE.w - LEFT - 0.5, y: 7.02, w: 0.5, h: 0.26, align: 'right', margin: 0, fontFace: latinFont(), fontSize: 9, color: INK.ink3 }
});

/** Lines of small print are one line, in letters of this size if need be, pt. */
const SMALLEST = 7;
/** The size of letters, at most `most`, at which a text takes no more lines than allowed. */
function sizeFor(text: string, most: number, width: number, lines: number, least = 12): number {
  let size = most;
  while (size > least && lineCount(text, size, width) > lines) size -= 1;
  return size;
}

const STATUS_INK: Readonly<Record<DocumentStatus, readonly [ink: string, fill: string]>> = {
  'in-force': [INK.ok, INK.okSoft],
  'period-ended': [INK.warn, INK.warnSoft],
  'horizon-past': [INK.warn, INK.warnSoft],
  expired: [INK.danger, INK.dangerSoft],
  draft: [INK.warn, INK.warnSoft],
  'not-yet': [INK.warn, INK.warnSoft],
  reference: [INK.ink2, INK.paper3]
};

/** A status as a small plate with its word. @returns its width, inches */
function drawStatus(slide: Slide, status: DocumentStatus, x: number, y: number): number {
  const [color, fill] = STATUS_INK[status];
  const text = statusText(status);
  const w = (widthOf(text) * 10) / 72 + 0.28;
  slide.addText(text, {
    ...box(x, y, w, 0.26),
    shape: 'roundRect',
    rectRadius: 0.13,
    fill: { color: fill },
    color,
    fontSize: 10,
    bold: true,
    align: 'center',
    valign: 'middle'
  });
  return w;
}

/** @param mark numbers of the sources of what the title says */
function drawHead(slide: Slide, plan: SlidePlan, remark?: string, mark = ''): void {
  const size = sizeFor(plan.title + mark, TITLE_SIZE.slide, WIDTH, 1);
  const at = { ...box(LEFT, 0.34, WIDTH, 0.55), valign: 'middle' as const, objectName: DRAWN_AS.title };
  slide.addText(textAndMark(plan.title, mark, { fontSize: size, bold: true, color: INK.ink }), at);
  if (remark) slide.addText(remark, { ...box(LEFT, 0.93, WIDTH, 0.26), fontSize: sizeFor(remark, 11, WIDTH, 1, SMALLEST), color: INK.ink3, valign: 'middle' });
}

/** Who hands the deck over, and what the numbers on the slide are; in full its sources are in the notes too. */
function drawFoot(slide: Slide, { siteName, pitch }: Deck, plan: SlidePlan): void {
  const look = { fontSize: TITLE_SIZE.foot, color: INK.ink3, valign: 'middle' as const };
  const who = pitch.state.audience === 'internal' ? `${pitch.state.office || siteName} · ${m.pitch_internal_mark()}` : pitch.state.office || siteName;
  slide.addText(who, { ...box(FOOTER.x, FOOTER.y, FOOTER.w, FOOTER.h), ...look, objectName: DRAWN_AS.foot });
  if (plan.foot !== false) slide.addText(m.pitch_foot(), { ...box(LEFT, FOOTER.y, 6.9, FOOTER.h), ...look });
}

const contain = ({ width, height }: DeckPicture, { x, y, w, h }: Column): Column => {
  const scale = Math.min(w / width, h / height);
  return { x: x + w - width * scale, y: y + (h - height * scale) / 2, w: width * scale, h: height * scale };
};

export function drawCover(slide: Slide, { pitch, logo, siteName }: Deck, plan: SlidePlan): void {
  const width = 10.6;
  const size = sizeFor(plan.title, TITLE_SIZE.cover, width, 3);
  const high = textHeight(lineCount(plan.title, size, width), size) + 0.1;
  const top = Math.max(1.5, 3.2 - high);
  slide.addText(plan.title, {
    ...box(1, top, width, high),
    fontSize: size,
    bold: true,
    color: INK.paper,
    lineSpacing: size * LEADING,
    objectName: DRAWN_AS.cover
  });
  if (pitch.state.project) {
    const text = m.pitch_cover_project({ project: pitch.state.project });
    slide.addText(text, {
      ...box(1, top + high + 0.15, width, textHeight(lineCount(text, 16, width), 16)),
      fontSize: 16,
      color: INK.paper,
      lineSpacing: 16 * LEADING,
      objectName: DRAWN_AS.sub
    });
  }
  slide.addShape('line', { x: 1, y: 5.02, w: 11.3, h: 0, line: { color: mix(INK.brand, INK.paper, 0.45), width: 0.75 } });
  if (pitch.state.office)
    slide.addText(pitch.state.office, {
      ...box(1, 0.75, 8.4, 0.5),
      fontSize: sizeFor(pitch.state.office, 20, 8.4, 1),
      bold: true,
      color: INK.paper,
      valign: 'middle'
    });
  const names = pitch.zones.map(({ zone }) => local(zone.name)).join('  ·  ');
  slide.addText(m.pitch_cover_zones(), { ...box(1, 5.18, 11.3, 0.26), fontSize: 11, color: PALE });
  const small = sizeFor(names, 15, 11.3, 2);
  slide.addText(names, {
    ...box(1, 5.46, 11.3, textHeight(lineCount(names, small, 11.3), small) + 0.05),
    fontSize: small,
    bold: true,
    color: INK.paper,
    lineSpacing: small * LEADING
  });
  const prepared = `${m.pitch_prepared({ day: formatDay(pitch.day), version: pitch.version })}\n${m.pitch_cover_site({ site: siteName })} · ${m.pitch_not_official()}`;
  slide.addText(prepared, { ...box(1, 6.5, 11.3, 0.55), fontSize: 11, color: PALE, lineSpacing: 11 * LEADING });
  if (!logo) return;
  const at = contain(logo, { x: 9.9, y: 0.55, w: 2.6, h: 0.9 });
  // on white: logos are made for paper
  slide.addShape('roundRect', { x: at.x - 0.15, y: at.y - 0.12, w: at.w + 0.3, h: at.h + 0.24, rectRadius: 0.08, fill: { color: INK.paper } });
  slide.addImage({ data: logo.data, ...at, altText: m.pitch_logo_alt() });
}

/** The map, or in its place why there is none. */
function drawMap(slide: Slide, map: DeckPicture | Error, at: Column, altText: string): void {
  if (!(map instanceof Error)) {
    slide.addImage({ data: map.data, ...contain(map, at), altText });
    return;
  }
  slide.addText(m.pitch_map_failed({ reason: map.message }), {
    ...box(at.x, at.y, at.w, at.h),
    margin: 12,
    fill: { color: INK.paper2 },
    color: INK.danger,
    fontSize: 12,
    align: 'center',
    valign: 'middle'
  });
}

/** Draw all of a slide but its notes. @param map picture that the plan asks for, or why there is none */
export function drawSlide(slide: Slide, deck: Deck, plan: SlidePlan, map: DeckPicture | Error | undefined): void {
  switch (plan.kind) {
    case 'cover':
      drawCover(slide, deck, plan);
      return;
    case 'overview':
      drawHead(slide, plan, m.pitch_prepared({ day: formatDay(deck.pitch.day), version: deck.pitch.version }), deck.numbers(plan.layout.citations));
      if (map) drawMap(slide, map, OVERVIEW_MAP, plan.title);
      break;
    case 'zone': {
      drawHead(slide, plan);
      const { zone, layout, document, status } = plan.zone;
      slide.addShape('rect', { x: 0, y: 0.34, w: 0.14, h: 0.85, fill: { color: hueInk(zone.hue) } });
      const wide = drawStatus(slide, status, LEFT, 0.95);
      const mark = deck.numbers(layout.citations);
      const about = ['', tierNameOf(zone), local(document.short), documentDates(document)].filter((part, i) => i === 0 || part !== '').join(' · ');
      const room = WIDTH - wide - 0.12;
      const look = { fontSize: sizeFor(local(layout.name) + mark + about, 11, room, 1, SMALLEST), color: INK.ink3 };
      slide.addText([...textAndMark(local(layout.name), mark, look), ...textAndMark(about, '', look)], {
        ...box(LEFT + wide + 0.12, 0.95, room, 0.26),
        valign: 'middle'
      });
      if (map) drawMap(slide, map, ZONE_MAP, (deck.maps === 'map' ? m.pitch_map_of : m.pitch_schematic_of)({ zone: local(zone.name) }));
      for (const placed of plan.placed) drawBlock(slide, placed);
      break;
    }
    case 'table':
      drawHead(slide, plan, plan.remark);
      drawTable(slide, plan.table, TABLE_ROOM.x, TABLE_ROOM.y);
      break;
    case 'chart':
      drawHead(slide, plan, `${local(plan.chart.document.short)} · ${statusText(plan.chart.status)}`);
      drawChart(slide, plan.chart, plan.remark ?? '', deck.numbers);
      break;
    case 'shares':
      drawHead(slide, plan);
      drawShares(slide, plan.bars, plan.remark ?? '');
      break;
    case 'text':
      drawHead(slide, plan, plan.remark);
      for (const placed of plan.placed) drawBlock(slide, placed);
  }
  drawFoot(slide, deck, plan);
}

/** On a slide that could not be drawn: what it is and why. */
export function drawBroken(slide: Slide, plan: SlidePlan, reason: string): void {
  slide.addText(`${plan.title}\n${m.pitch_slide_broken({ reason })}`, {
    ...box(1, 2.9, SLIDE.w - 2, 1.6),
    margin: 12,
    fill: { color: INK.dangerSoft },
    color: INK.danger,
    fontSize: 16,
    align: 'center',
    valign: 'middle'
  });
}
