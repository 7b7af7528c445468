import type { Atlas } from '#lib/atlas/atlas';
import { daysBetween, statusOn } from '#lib/atlas/status';
import type { TargetState } from './rows';
import type { Shape, Standing } from './looks';
import { dueDay, targetState } from './rows';
import type { Target } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay, formatList, formatNumber, local } from '#lib/design/page/local';
import { statusText } from '#lib/facts/status-text';
import { targetValue } from '#lib/facts/target-text';

/* What the page of targets says about a target, in the reader's words. */

/** Families are the pack's own; one that has no name here is shown by its id. */
const FAMILIES: Readonly<Record<string, () => string>> = {
  output: m.targets_family_output,
  revenue: m.targets_family_revenue,
  projects: m.targets_family_projects,
  products: m.targets_family_products,
  platforms: m.targets_family_platforms,
  research: m.targets_family_research,
  enterprises: m.targets_family_enterprises,
  land: m.targets_family_land,
  finance: m.targets_family_finance,
  talent: m.targets_family_talent,
  clinical: m.targets_family_clinical,
  regulation: m.targets_family_regulation,
  'rd-intensity': m.targets_family_rd_intensity,
  digital: m.targets_family_digital,
  growth: m.targets_family_growth,
  cooperation: m.targets_family_cooperation,
  green: m.targets_family_green
};
export const familyText = (family: string): string => (Object.hasOwn(FAMILIES, family) ? (FAMILIES[family]?.() ?? family) : family);

const LEVELS = {
  province: m.targets_level_province,
  city: m.targets_level_city,
  county: m.targets_level_county,
  zone: m.targets_level_zone,
  platform: m.targets_level_platform,
  programme: m.targets_level_programme
};
export const levelText = (level: Target['scope']['level']): string => LEVELS[level]();

const DUE = { due: m.targets_due_short, running: m.targets_running_short, open: m.targets_open_short, draft: () => statusText('draft') };
export const dueText = (state: TargetState): string => DUE[state]();

export const commitmentText = (commitment: Target['commitment']): string => (commitment === 'strive' ? m.commitment_strive() : m.commitment_stated());

const STANDING = { force: () => statusText('in-force'), past: m.targets_standing_past, draft: () => statusText('draft') };
export const standingText = (standing: Standing): string => STANDING[standing]();

const SHAPE = { least: m.targets_shape_least, most: m.targets_shape_most, exact: m.targets_shape_exact, about: m.targets_shape_about };
export const shapeText = (shape: Shape): string => SHAPE[shape]();

/** A target's value in short: in English without the figure as printed, which stands in the table. */
export const plainValue = (atlas: Atlas, target: Target): string => targetValue(atlas, target).replace(/ \(.*\)$/, '');

/** Where a target applies, by name: the platform, the zones, or the units. */
export function scopeText(atlas: Atlas, { scope }: Target): string {
  const place = scope.place === undefined ? undefined : atlas.place.get(scope.place);
  if (place) return local(place.name);
  const units = scope.adcodes.flatMap((adcode) => atlas.unit.get(adcode) ?? []);
  return formatList(units.map((unit) => local(unit.name)));
}

/** What the reader's day makes of the deadline; undefined where none is stated. */
export function deadlineRemark(atlas: Atlas, target: Target, day: string): string | undefined {
  const end = dueDay(target);
  if (end === undefined) return undefined;
  const state = targetState(atlas, target, day);
  if (state === 'draft') return m.targets_running_but({ status: statusText(state) });
  if (state === 'due') return m.targets_due_on({ day: formatDay(end) });
  const runs = m.targets_runs_until({ day: formatDay(end), days: formatNumber(daysBetween(day, end)) });
  const document = atlas.document.get(target.document);
  const status = document && statusOn(document, day);
  // a goal ahead in a document that no longer holds must not pass for a current one
  return status && status !== 'in-force' ? `${runs}${m.targets_separator()}${m.targets_running_but({ status: statusText(status) })}` : runs;
}

/** How many of some targets pass the filters: “3”, or “1 of 3”. @param shown ids of those that pass */
export function tallyText(targets: readonly Pick<Target, 'id'>[], shown: ReadonlySet<string>): string {
  const part = targets.filter(({ id }) => shown.has(id)).length;
  const all = formatNumber(targets.length);
  return part === targets.length ? all : `${formatNumber(part)}/${all}`;
}
