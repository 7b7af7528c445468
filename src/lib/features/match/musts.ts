import { MUST_CRITERIA, mustsOf, wishesOf } from '#lib/atlas/project/project';
import type { Criterion, Project } from '#lib/atlas/project/project';
import type { Finding } from './criteria';

/**
 * How a must-have stands.
 * met: the document names it and takes it to be there; a place lies within the full-score distance for certain.
 * failed: the document lists others of the kind and not this one, or the place is farther for certain.
 * open: nothing says so. No document names it, it is planned, only a name is given, only something close is named, or positions are too unsure:
 * no fact speaks against the zone, and none for it.
 */
export type MustState = 'met' | 'open' | 'failed';

export function mustState({ state, bounds }: Pick<Finding, 'state' | 'bounds'>): MustState {
  switch (state) {
    case 'named':
      return 'met';
    case 'others':
      return 'failed';
    case 'measured':
      return bounds.low >= 1 ? 'met' : bounds.high < 1 ? 'failed' : 'open';
    case 'planned':
    case 'mentioned':
    case 'related':
    case 'silent':
    case 'elsewhere':
    case 'unplaced':
      return 'open';
  }
}

/** Must-haves of a unit that are not met. */
export type Musts = Readonly<{ open: readonly Finding[]; failed: readonly Finding[] }>;

/** @param findings of a unit, by criterion */
export function lookAtMusts(project: Project, findings: Readonly<Partial<Record<Criterion, readonly Finding[]>>>): Musts {
  const musts = new Set(mustsOf(project));
  const wanted = MUST_CRITERIA.filter((criterion) => wishesOf(project, criterion).some((wish) => musts.has(wish)))
    .flatMap((criterion) => findings[criterion] ?? [])
    .filter(({ wish }) => musts.has(wish));
  return { open: wanted.filter((one) => mustState(one) === 'open'), failed: wanted.filter((one) => mustState(one) === 'failed') };
}

/** 0: all met; 1: some are open; 2: one has failed. */
export const mustLevel = ({ open, failed }: Musts): 0 | 1 | 2 => (failed.length > 0 ? 2 : open.length > 0 ? 1 : 0);
