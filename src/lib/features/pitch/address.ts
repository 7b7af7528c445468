import { AUDIENCES, currentId, EMPTY_PITCH, PITCH_LIMITS, SLIDES, lengthOf, tidyOwn, tidyPitch, withNotesInternal } from './state';
import type { Audience, Notes, OwnPitch, PitchState } from './state';

/*
 * A pitch in the fragment of a link (“/pitch/#z=a,b&t=…”): browsers keep fragments to themselves, so what a maker
 * writes never reaches a server. The same text is what this browser keeps of the maker's own pitch (a draft), with a mark.
 * Notes that the visitor reads are “n.<zone>”; internal ones are “i.<zone>” and in drafts only. Links once held both, so both are read.
 * Notes were shown by default once, so an “n.” of then is nobody's choice: a link goes on showing what its sender has given away with it,
 * a draft without the mark keeps it internal.
 */

/** A part of a link that could not be used; the reader is told and the rest is kept. */
export type PitchProblem = Readonly<{ parameter: string; value: string }>;

/** What can be named: taken from the facts. */
export type KnownPitch = Readonly<{
  zones: ReadonlySet<string>;
  sectors: ReadonlySet<string>;
  /** capabilities, and kinds of places to be near */
  wishes: ReadonlySet<string>;
  renamed: readonly Readonly<{ from: string; to: string }>[];
}>;

/** Longest link that is read, in characters: eight notes of the greatest length, percent-encoded, fit. */
export const LONGEST_LINK = 60_000;
/** A draft holds internal notes too. */
const LONGEST_DRAFT = 140_000;
/** The longest value told back to the reader. */
const SHOWN = 60;

export type ReadPitch = Readonly<{
  /** what is internal in it is shown to nobody; whoever takes the pitch over finds it among the own internal notes */
  state: OwnPitch;
  /** data version that the link was made with, as written; may be anything */
  version: string | undefined;
  problems: readonly PitchProblem[];
}>;

/** Whether a fragment asks for a pitch at all; others (“#main”) are for the page. */
export const isPitchLink = (fragment: string): boolean => /^#?(.*&)?z=/s.test(fragment.slice(0, LONGEST_LINK));

/**
 * Whether its maker shared it: who shares a pitch says which data it was made with, and may have given it words. Links of this site's own
 * pages, from a comparison or a match, only choose zones for a project.
 */
export const isShared = ({ state, version }: ReadPitch): boolean =>
  version !== undefined ||
  [state.title, state.office, state.off].some(({ length }) => length > 0) ||
  state.history ||
  state.audience !== EMPTY_PITCH.audience ||
  Object.keys({ ...state.notes, ...state.internal }).length > 0;

/**
 * Read a pitch from a fragment, with or without its “#”. Total: whatever is written there, a usable state comes back, and what could
 * not be used is listed. Renamed ids are followed; texts are cut to their limits.
 */
export const parsePitch = (fragment: string, known: KnownPitch): ReadPitch => parse(fragment, known, LONGEST_LINK);

function parse(fragment: string, known: KnownPitch, longest: number): ReadPitch {
  const problems: PitchProblem[] = [];
  const refuse = (parameter: string, value: string) => void problems.push({ parameter, value: value.slice(0, SHOWN) });
  if (fragment.length > longest) refuse('#', fragment);
  const params = new URLSearchParams(fragment.slice(0, longest).replace(/^#/, ''));
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
  const history = params.get('h');
  if (history && history !== '1') refuse('h', history);
  const notes: Record<string, string> = {};
  const internal: Record<string, string> = {};
  for (const [key, text] of params) {
    const [, kind, id = ''] = /^([ni])\.(.*)$/s.exec(key) ?? [];
    if (!kind) continue;
    const zone = currentId(id, known.renamed);
    const [into, most] = kind === 'n' ? [notes, PITCH_LIMITS.note] : [internal, PITCH_LIMITS.internal];
    if (zones.includes(zone)) into[zone] = text;
    if (!zones.includes(zone) || lengthOf(text) > most) refuse(key, text);
  }
  for (const [key, most] of [['t', PITCH_LIMITS.title] as const, ['o', PITCH_LIMITS.office] as const, ['p', PITCH_LIMITS.project] as const]) {
    const text = params.get(key) ?? '';
    if (lengthOf(text) > most) refuse(key, text);
  }
  const read: OwnPitch = {
    zones,
    title: params.get('t') ?? '',
    audience: audience ?? EMPTY_PITCH.audience,
    office: params.get('o') ?? '',
    project: params.get('p') ?? '',
    sectors: ids('s', known.sectors, PITCH_LIMITS.sectors),
    wishes: ids('w', known.wishes, PITCH_LIMITS.wishes),
    history: history === '1',
    off: ids('off', new Set<string>(SLIDES), SLIDES.length).flatMap((one) => SLIDES.find((kind) => kind === one) ?? []),
    notes,
    internal
  };
  return { state: tidyOwn(read), version: params.get('v') ?? undefined, problems };
}

/**
 * Write a pitch as a fragment without its “#”; what is empty is left out, the order is fixed. Nothing internal is in it, whatever it is given.
 * @param version data version, so that a reader learns what has changed since
 */
export function formatPitch(state: PitchState, version?: string): string {
  const { zones, title, audience, office, project, sectors, wishes, history, off, notes } = tidyPitch(state);
  const pairs: [string, string][] = [['z', zones.join(',')]];
  if (title) pairs.push(['t', title]);
  if (audience !== EMPTY_PITCH.audience) pairs.push(['for', audience]);
  if (office) pairs.push(['o', office]);
  if (project) pairs.push(['p', project]);
  if (sectors.length > 0) pairs.push(['s', sectors.join(',')]);
  if (wishes.length > 0) pairs.push(['w', wishes.join(',')]);
  if (history) pairs.push(['h', '1']);
  if (off.length > 0) pairs.push(['off', off.join(',')]);
  pairs.push(...noted('n', notes));
  if (version) pairs.push(['v', version]);
  return written(pairs);
}

const noted = (kind: 'n' | 'i', notes: Notes) => Object.entries(notes).map(([id, text]): [string, string] => [`${kind}.${id}`, text]);
/** Commas are left as they are: the address stays readable. */
const written = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');

/** In a draft: which of its notes are for the visitor its maker has chosen. */
const CHOSEN = 'notes=chosen';

/** Write a pitch for this browser to keep, with what is internal. */
export const formatDraft = (state: OwnPitch): string => [CHOSEN, formatPitch(state), written(noted('i', tidyOwn(state).internal))].filter(Boolean).join('&');

/**
 * Read what this browser keeps, as totally as a link. @returns also the zones whose notes were shown by default and are internal now
 */
export function parseDraft(stored: string, known: KnownPitch): ReadPitch & Readonly<{ hidden: readonly string[] }> {
  const read = parse(stored, known, LONGEST_DRAFT);
  if (stored.startsWith(`${CHOSEN}&`)) return { ...read, hidden: [] };
  const hidden = read.state.zones.filter((id) => Object.hasOwn(read.state.notes, id));
  return { ...read, state: withNotesInternal(read.state), hidden };
}
