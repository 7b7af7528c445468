/* Ids by which the small maps of a story use the shapes that the page holds once (Shapes.svelte). */

export const shapeId = (frame: string, kind: 'land' | 'lines' | 'context' | 'waters' | 'zone' | 'unit', id = ''): string =>
  `story-${frame}-${kind}${id && `-${id}`}`;
