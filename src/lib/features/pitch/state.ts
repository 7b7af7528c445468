import type { AtlasData } from '#lib/schema/atlas';

/* What its maker says about a pitch. Everything else in it comes from the facts. */

/** investor: what may be handed out; internal: with remarks, doubts and open questions */
export const AUDIENCES = ['investor', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Kinds of slides that can be left out; cover and sources are always there. */
export const SLIDES = ['map', 'figures', 'needs', 'zones', 'comparison', 'charts', 'beside', 'actuals', 'support', 'visit', 'contact'] as const;
export type SlideKind = (typeof SLIDES)[number];

/** What a maker writes on zones, by zone id. */
export type Notes = Readonly<Record<string, string>>;

/** What a pitch is made of, whoever reads it: nothing in it is for the maker's eyes only. */
export type PitchState = Readonly<{
  /** ids in the maker's order */
  zones: readonly string[];
  /** empty = the title that we suggest */
  title: string;
  audience: Audience;
  /** who hands it over; empty = this site */
  office: string;
  /** one line on the project that the zones are proposed for */
  project: string;
  /** sectors of the project, which come first in every list */
  sectors: readonly string[];
  /** what else the visitor asks for: ids of capabilities, and kinds of places to be near */
  wishes: readonly string[];
  /** whether support that is over, or not yet there, is told as history */
  history: boolean;
  /** slides left out */
  off: readonly SlideKind[];
  /** what the visitor reads on a zone */
  notes: Notes;
}>;

/**
 * The maker's own pitch, with remarks that stay with the maker: they are kept in this browser and are in nothing that is made of a pitch,
 * which takes a PitchState.
 */
export type OwnPitch = PitchState & Readonly<{ internal: Notes }>;

/** Longest texts, in characters, and longest lists. */
export const PITCH_LIMITS = { zones: 8, sectors: 6, wishes: 10, office: 60, title: 80, project: 200, note: 400, internal: 1000 } as const;

export const EMPTY_PITCH: PitchState = {
  zones: [],
  title: '',
  audience: 'investor',
  office: '',
  project: '',
  sectors: [],
  wishes: [],
  history: false,
  off: [],
  notes: {}
};
export const EMPTY_OWN: OwnPitch = { ...EMPTY_PITCH, internal: {} };

const LINE = 10;
const TAB = 9;
/** Control characters and lone surrogates are allowed in no XML, and so in no deck or workbook. */
const writable = (character: string, lines: boolean): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code === LINE) return lines;
  return code !== TAB && code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && !(code >= 0xd800 && code <= 0xdfff) && (code & 0xfffe) !== 0xfffe;
};

/** Cut to the limit (characters, not code units) and rid of what no file can hold. */
export function tidyText(text: string, most: number, lines = false): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  return [...(lines ? plain : plain.replace(/\n/g, ' '))]
    .filter((character) => writable(character, lines))
    .slice(0, most)
    .join('');
}

/** Number of characters as a reader counts them. */
export const lengthOf = (text: string): number => [...text].length;

/** Notes of the zones listed, where there is something to say. */
function tidyNotes(zones: readonly string[], notes: Notes, most: number): Notes {
  const kept = zones.flatMap((id): [string, string][] => {
    const text = tidyText((Object.hasOwn(notes, id) ? notes[id] : undefined) ?? '', most, true);
    return text ? [[id, text]] : [];
  });
  return Object.fromEntries(kept);
}

/**
 * The state within its limits: texts tidied, lists without repeats, notes only of the zones listed. Of a maker's own pitch it is what others
 * may read: each part is taken by name, so that nothing else goes along.
 */
export function tidyPitch(state: PitchState): PitchState {
  const zones = [...new Set(state.zones)].slice(0, PITCH_LIMITS.zones);
  return {
    zones,
    title: tidyText(state.title, PITCH_LIMITS.title),
    audience: state.audience,
    office: tidyText(state.office, PITCH_LIMITS.office),
    project: tidyText(state.project, PITCH_LIMITS.project),
    sectors: [...new Set(state.sectors)].slice(0, PITCH_LIMITS.sectors),
    wishes: [...new Set(state.wishes)].slice(0, PITCH_LIMITS.wishes),
    history: state.history,
    off: SLIDES.filter((kind) => state.off.includes(kind)),
    notes: tidyNotes(zones, state.notes, PITCH_LIMITS.note)
  };
}

/** The maker's own pitch within its limits. */
export function tidyOwn(state: OwnPitch): OwnPitch {
  const tidy = tidyPitch(state);
  return { ...tidy, internal: tidyNotes(tidy.zones, state.internal, PITCH_LIMITS.internal) };
}

/** The pitch with every note internal, after what is internal already: where its maker is not known to have meant them for visitors. */
export const withNotesInternal = (state: OwnPitch): OwnPitch =>
  tidyOwn({
    ...state,
    notes: {},
    internal: Object.fromEntries(state.zones.map((id) => [id, [state.internal[id], state.notes[id]].filter(Boolean).join('\n')]))
  });

/**
 * The maker's pitch for zones chosen elsewhere on this site: what was written on those that stay is kept, and with the same zones all of it.
 */
export function forZones(own: OwnPitch, { zones, project, sectors, wishes }: Pick<OwnPitch, 'zones' | 'project' | 'sectors' | 'wishes'>): OwnPitch {
  const same = own.zones.length === zones.length && zones.every((id) => own.zones.includes(id));
  const or = (list: readonly string[], before: readonly string[]) => (list.length > 0 || !same ? list : before);
  const about = { project: project || (same ? own.project : ''), sectors: or(sectors, own.sectors), wishes: or(wishes, own.wishes) };
  return tidyOwn({ ...own, ...about, zones, title: same ? own.title : '' });
}

/** Nothing chosen and nothing written. */
export const isBlank = ({ zones, title, office, project, sectors, wishes, notes, internal }: OwnPitch): boolean =>
  [zones, title, office, project, sectors, wishes].every(({ length }) => length === 0) && Object.keys({ ...notes, ...internal }).length === 0;

/** The zones moved so that `id` stands one place earlier (-1) or later (1); as they are where it cannot. */
export function moveZone(zones: readonly string[], id: string, by: -1 | 1): string[] {
  const from = zones.indexOf(id);
  const to = from + by;
  const moved = [...zones];
  if (from < 0 || to < 0 || to >= zones.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** Follow ids that were renamed. */
export const currentId = (id: string, renamed: AtlasData['index']['renamed'] | readonly Readonly<{ from: string; to: string }>[]): string =>
  renamed.find(({ from }) => from === id)?.to ?? id;
