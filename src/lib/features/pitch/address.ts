import { AUDIENCES, currentId, EMPTY_PITCH, PITCH_LIMITS, lengthOf, tidyPitch, withNotesInternal } from './state';
import type { Audience, PitchState, ZoneNote } from './state';

/*
 * A pitch in the fragment of a link (“/pitch/#z=a,b&t=…”): browsers keep fragments to themselves, so what a maker
 * writes never reaches a server. The same text is what this browser keeps of the maker's own pitch (a draft), with a mark.
 * Notes that the investor may read are “n.<zone>”, those for colleagues “i.<zone>”. Notes were shown by default once, so an “n.” of
 * then is nobody's choice: a link goes on showing what its sender has given away with it, a draft without the mark keeps it internal.
 */

/** A part of a link that could not be used; the reader is told and the rest is kept. */
export type PitchProblem = Readonly<{ parameter: string; value: string }>;

/** What can be named: taken from the facts. */
export type KnownPitch = Readonly<{
  zones: ReadonlySet<string>;
  sectors: ReadonlySet<string>;
  renamed: readonly Readonly<{ from: string; to: string }>[];
}>;

/** Longest link that is read, in characters: eight notes of the greatest length, percent-encoded, fit. */
export const LONGEST_LINK = 60_000;
/** The longest value told back to the reader. */
const SHOWN = 60;

export type ReadPitch = Readonly<{
  state: PitchState;
  /** data version that the link was made with, as written; may be anything */
  version: string | undefined;
  problems: readonly PitchProblem[];
}>;

/** Whether a fragment asks for a pitch at all; others (“#main”) are for the page. */
export const isPitchLink = (fragment: string): boolean => /^#?(.*&)?z=/s.test(fragment.slice(0, LONGEST_LINK));

/**
 * Read a pitch from a fragment, with or without its “#”. Total: whatever is written there, a usable state comes back, and what could
 * not be used is listed. Renamed ids are followed; texts are cut to their limits.
 */
export function parsePitch(fragment: string, known: KnownPitch): ReadPitch {
  const problems: PitchProblem[] = [];
  const refuse = (parameter: string, value: string) => void problems.push({ parameter, value: value.slice(0, SHOWN) });
  if (fragment.length > LONGEST_LINK) refuse('#', fragment);
  const params = new URLSearchParams(fragment.slice(0, LONGEST_LINK).replace(/^#/, ''));
  const ids = (parameter: string, allowed: ReadonlySet<string>, most: number): string[] => {
    const asked = [
      ...new Set(
        (params.get(parameter) ?? '')
          .split(',')
          .filter(Boolean)
          .map((id) => currentId(id, known.renamed))
      )
    ];
    const good = asked.filter((id) => allowed.has(id));
    for (const id of [...asked.filter((one) => !allowed.has(one)), ...good.slice(most)].slice(0, 20)) refuse(parameter, id);
    return good.slice(0, most);
  };
  const zones = ids('z', known.zones, PITCH_LIMITS.zones);
  const asked = params.get('for');
  const audience = AUDIENCES.find((one): one is Audience => one === asked);
  if (asked && !audience) refuse('for', asked);
  const notes: Record<string, ZoneNote> = {};
  for (const [key, text] of params) {
    const [, kind, id = ''] = /^([ni])\.(.*)$/s.exec(key) ?? [];
    if (!kind) continue;
    const zone = currentId(id, known.renamed);
    if (zones.includes(zone)) notes[zone] = { text, shown: kind === 'n' };
    if (!zones.includes(zone) || lengthOf(text) > PITCH_LIMITS.note) refuse(key, text);
  }
  for (const [key, most] of [['t', PITCH_LIMITS.title] as const, ['p', PITCH_LIMITS.project] as const]) {
    const text = params.get(key) ?? '';
    if (lengthOf(text) > most) refuse(key, text);
  }
  const read: PitchState = {
    zones,
    title: params.get('t') ?? '',
    audience: audience ?? EMPTY_PITCH.audience,
    project: params.get('p') ?? '',
    sectors: ids('s', known.sectors, PITCH_LIMITS.sectors),
    notes
  };
  return { state: tidyPitch(read), version: params.get('v') ?? undefined, problems };
}

/**
 * Write a pitch as a fragment without its “#”; what is empty is left out, the order is fixed.
 * @param version data version, so that a reader learns what has changed since
 */
export function formatPitch(state: PitchState, version?: string): string {
  const { zones, title, audience, project, sectors, notes } = tidyPitch(state);
  const pairs: [string, string][] = [['z', zones.join(',')]];
  if (title) pairs.push(['t', title]);
  if (audience !== EMPTY_PITCH.audience) pairs.push(['for', audience]);
  if (project) pairs.push(['p', project]);
  if (sectors.length > 0) pairs.push(['s', sectors.join(',')]);
  for (const [id, { text, shown }] of Object.entries(notes)) pairs.push([`${shown ? 'n' : 'i'}.${id}`, text]);
  if (version) pairs.push(['v', version]);
  // commas are left as they are: the address stays readable
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

/** In a draft: which of its notes are shown was chosen note by note. */
const CHOSEN = 'notes=chosen';

/** Write a pitch for this browser to keep. */
export const formatDraft = (state: PitchState): string => `${CHOSEN}&${formatPitch(state)}`;

/**
 * Read what this browser keeps, as totally as a link. @returns also the zones whose notes were shown by default and are internal now
 */
export function parseDraft(stored: string, known: KnownPitch): ReadPitch & Readonly<{ hidden: readonly string[] }> {
  const read = parsePitch(stored, known);
  if (stored.startsWith(`${CHOSEN}&`)) return { ...read, hidden: [] };
  const hidden = read.state.zones.filter((id) => Object.hasOwn(read.state.notes, id) && read.state.notes[id]?.shown);
  return { ...read, state: withNotesInternal(read.state), hidden };
}
