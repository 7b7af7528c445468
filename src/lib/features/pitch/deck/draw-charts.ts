import type PptxGenJS from 'pptxgenjs';
import type { Chart } from '../build';
import * as m from '#lib/paraglide/messages';
import { formatNumber, local } from '#lib/design/page/local';
import type { Numbers } from '../sheet/source-numbers';
import type { ShareBar } from './actuals-slides';
import { LEFT, WIDTH } from './deck-plan';
import { box } from './draw-text';
import { INK, latinFont, mix } from './ink';
import { LEADING } from './measure';

/* Bars as charts of the deck's own, which whoever gets it can edit. */

type Slide = PptxGenJS.Slide;

/** Goals of one document side by side. A chart’s own labels cannot raise the numbers of sources: there they stand in brackets. */
export function drawChart(slide: Slide, { bars }: Chart, remark: string, numbers: Numbers): void {
  const all = bars.map(({ target, of }) => {
    const suffix = of === 'joint' ? m.pitch_chart_joint({ count: target.scope.zones?.length ?? 0 }) : of === 'whole' ? m.pitch_chart_whole() : '';
    const colour = of === 'zone' ? INK.brand : mix(INK.brand, INK.paper, of === 'joint' ? 0.4 : 0.7);
    return { label: `${local(target.metric)}${suffix} [${numbers([target.citation])}]`, value: target.value, colour, said: formatNumber(target.value) };
  });
  drawBars(slide, m.zone_targets(), all, '#,##0.##', remark);
}

/** Reported values in percent of their targets; a colour of their own, for they are not what documents say. */
export function drawShares(slide: Slide, bars: readonly ShareBar[], remark: string): void {
  const all = bars.map(({ label, ratio }) => ({
    label,
    value: ratio,
    colour: INK.ok,
    said: formatNumber(ratio, { style: 'percent', maximumFractionDigits: 1 })
  }));
  drawBars(slide, m.pitch_actuals_chart(), all, '0%', remark, Math.max(1, ...bars.map(({ ratio }) => ratio)));
}

function drawBars(
  slide: Slide,
  name: string,
  bars: readonly Readonly<{ label: string; value: number; colour: string; said: string }>[],
  format: string,
  remark: string,
  /** where the axis ends; undefined: beyond the longest bar */
  most?: number
): void {
  const face = latinFont();
  // the first category stands at the foot of a bar chart
  const upwards = [...bars].reverse();
  const data = [{ name, labels: upwards.map(({ label }) => label), values: upwards.map(({ value }) => value) }];
  slide.addChart('bar', data, {
    ...{ x: LEFT, y: 1.35, w: WIDTH, h: Math.min(5.0, 1.1 + bars.length * 0.95), barDir: 'bar', barGapWidthPct: 60 },
    ...{ chartColors: upwards.map(({ colour }) => colour), showLegend: false, showTitle: false },
    ...{
      showValue: true,
      dataLabelPosition: 'outEnd',
      dataLabelFontFace: face,
      dataLabelFontSize: 14,
      dataLabelFontBold: true,
      dataLabelColor: INK.ink,
      dataLabelFormatCode: format
    },
    ...{ catAxisLabelFontFace: face, catAxisLabelFontSize: 12, catAxisLabelColor: INK.ink, catAxisLineShow: true },
    ...{
      valAxisLabelFontFace: face,
      valAxisLabelFontSize: 10,
      valAxisLabelColor: INK.ink3,
      valAxisLabelFormatCode: format,
      valAxisMinVal: 0,
      ...(most === undefined ? {} : { valAxisMaxVal: most }),
      valGridLine: { color: INK.line, size: 0.5 },
      valAxisLineShow: false
    },
    altText: upwards.map(({ label, said }) => `${label}${m.colon()}${said}`).join(m.pitch_list_semicolon())
  });
  slide.addText(remark, { ...box(LEFT, 6.45, WIDTH, 0.45), fontSize: 12, color: INK.warn, lineSpacing: 12 * LEADING });
}
