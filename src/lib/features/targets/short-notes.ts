import type { AtlasData } from '#lib/schema/atlas';

/** A few letters that stand for an id for ever: three digits to the base of 36. */
function digest(id: string): string {
  let sum = 7;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 46_656;
  return sum.toString(36);
}

/** Facts whose notes go by short ids: the page of targets points to each of them many times. What an id is short for never changes. */
export function shortenNotes(data: AtlasData): AtlasData {
  const taken = new Set<string>();
  const short = new Map(
    data.notes.map(({ id }) => {
      const name = taken.has(digest(id)) ? id : digest(id);
      taken.add(name);
      return [id, name] as const;
    })
  );
  const named = (ids: readonly string[]) => ids.map((id) => short.get(id) ?? id);
  return {
    ...data,
    notes: data.notes.map((note) => ({ ...note, id: short.get(note.id) ?? note.id })),
    targets: data.targets.map((target) => ({ ...target, notes: named(target.notes) }))
  };
}
