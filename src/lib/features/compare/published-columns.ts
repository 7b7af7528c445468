/** Of the lines under each zone, how many stand under another one, too: the same area gives the same figures, and nobody should add them up. */
export function sharedElsewhere(lists: readonly (readonly Readonly<{ id: string }>[])[]): number[] {
  return lists.map((own, i) => {
    const others = new Set(lists.flatMap((list, at) => (at === i ? [] : list.map(({ id }) => id))));
    return own.filter(({ id }) => others.has(id)).length;
  });
}
