import type { AtlasData } from '#lib/schema/atlas';

/* What its maker says about a pitch. Everything else in it comes from the facts. */

/** investor: what may be handed out; internal: with remarks, doubts and open questions */
export const AUDIENCES = ['investor', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A remark on a zone, for colleagues only unless its maker chose to show it to the investor (`shown`). */
export type ZoneNote = Readonly<{ text: string; shown: boolean }>;

export type PitchState = Readonly<{
  /** ids in the maker's order */
  zones: readonly string[];
  /** empty = the title that we suggest */
  title: string;
  audience: Audience;
  /** one line on the project that the zones are proposed for */
  project: string;
  /** sectors of the project, which come first in every list */
  sectors: readonly string[];
  /** by zone id */
  notes: Readonly<Record<string, ZoneNote>>;
}>;

/** Longest texts, in characters, and longest lists. */
export const PITCH_LIMITS = { zones: 8, sectors: 6, title: 80, project: 200, note: 400 } as const;

export const EMPTY_PITCH: PitchState = { zones: [], title: '', audience: 'investor', project: '', sectors: [], notes: {} };

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

/** The state within its limits: texts tidied, lists without repeats, notes only of the zones listed and only where there is something to say. */
export function tidyPitch(state: PitchState): PitchState {
  const zones = [...new Set(state.zones)].slice(0, PITCH_LIMITS.zones);
  const notes = zones.flatMap((id): [string, ZoneNote][] => {
    const note = Object.hasOwn(state.notes, id) ? state.notes[id] : undefined;
    const text = note && tidyText(note.text, PITCH_LIMITS.note, true);
    return note && text ? [[id, { text, shown: note.shown }]] : [];
  });
  return {
    zones,
    title: tidyText(state.title, PITCH_LIMITS.title),
    audience: state.audience,
    project: tidyText(state.project, PITCH_LIMITS.project),
    sectors: [...new Set(state.sectors)].slice(0, PITCH_LIMITS.sectors),
    notes: Object.fromEntries(notes)
  };
}

/** What goes into a link: for investors without the remarks that are for colleagues only. */
export function forSharing(state: PitchState): PitchState {
  if (state.audience === 'internal') return state;
  return { ...state, notes: Object.fromEntries(Object.entries(state.notes).filter(([, note]) => note.shown)) };
}

/** The state with every note for colleagues only: where nobody is known to have chosen to show them. */
export const withNotesInternal = (state: PitchState): PitchState => ({
  ...state,
  notes: Object.fromEntries(Object.entries(state.notes).map(([id, { text }]) => [id, { text, shown: false }]))
});

/** Nothing chosen and nothing written. */
export const isBlank = ({ zones, title, project, sectors, notes }: PitchState): boolean =>
  zones.length === 0 && title === '' && project === '' && sectors.length === 0 && Object.keys(notes).length === 0;

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
