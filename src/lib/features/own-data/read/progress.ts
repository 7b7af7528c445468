/** `done` of `total` bytes of the file are read; `rows` so far. */
export type ImportProgress = Readonly<{ done: number; total: number; rows: number }>;
