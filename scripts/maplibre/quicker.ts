type Change = Readonly<{ /** place of the file in MapLibre's `src/` */ file: string; after: string; put: string }>;

/*
 * What MapLibre could do as well with less work for the page's own thread. Nothing depends on it: the published bundles do the same, more slowly.
 */
const CHANGES: readonly Change[] = [
  {
    // a position on its way to the worker is two numbers: neither looked at for objects of classes nor copied, as tens of thousands of them were
    file: 'util/web_worker_transfer.ts',
    after: `export function serialize(input: unknown, transferables?: Transferable[] | null): Serialized {\n`,
    put: `    if (Array.isArray(input) && typeof input[0] === 'number' && input.every((item) => typeof item === 'number')) return input;\n`
  }
];

/**
 * A file of MapLibre with what is put in after a line of it.
 * @param id the file's path
 * @throws Error where that line is no longer there
 */
export function quicker(id: string, code: string): string {
  return CHANGES.filter(({ file }) => id.endsWith(`/maplibre-gl/src/${file}`)).reduce((text, { file, after, put }) => {
    if (text.split(after).length !== 2) throw new Error(`MapLibre’s ${file} is no longer as scripts/maplibre/quicker.ts expects it`);
    return text.replace(after, () => after + put);
  }, code);
}
