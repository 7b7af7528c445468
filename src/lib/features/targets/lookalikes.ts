import type { Note, Target } from '#lib/schema/atlas';

/** Remarks on numbers that look alike but are not the same, with the targets that each stands at. */
export type Lookalikes = Readonly<{ families: readonly string[]; items: readonly Readonly<{ note: Note; targets: readonly Target[] }>[] }>;

/**
 * Group the remarks by topic: families of metric that share a remark are one topic.
 * The targets are listed side by side in words; they have no common axis.
 */
export function groupLookalikes(targets: readonly Target[], notes: readonly Note[]): Lookalikes[] {
  const items = notes.flatMap((note) => {
    const at = note.kind === 'lookalike' ? targets.filter((target) => target.notes.includes(note.id)) : [];
    return at.length > 0 ? [{ note, targets: at }] : [];
  });
  const topics: { families: Set<string>; items: typeof items }[] = [];
  for (const item of items) {
    const families = new Set(item.targets.map(({ family }) => family));
    const joined = topics.filter((topic) => [...families].some((family) => topic.families.has(family)));
    const topic = { families: new Set([...joined.flatMap((one) => [...one.families]), ...families]), items: [...joined.flatMap((one) => one.items), item] };
    for (const one of joined) topics.splice(topics.indexOf(one), 1);
    topics.push(topic);
  }
  return topics.map((topic) => ({ families: [...topic.families], items: topic.items })).sort((a, b) => b.items.length - a.items.length);
}
