type Change = Readonly<{ /** place of the file in MapLibre's `src/` */ file: string; after: string; put: string }>;

/*
 * What MapLibre could do as well with less work for the page's own thread. Nothing depends on it: the published bundles do the same, more slowly.
 */
const CHANGES: readonly Change[] = [
  {
    // an outline on its way to the worker is one array of numbers: its positions are neither looked at for objects of classes nor cloned one by one
    file: 'util/web_worker_transfer.ts',
    after: `export function serialize(input: unknown, transferables?: Transferable[] | null): Serialized {\n`,
    put: `
    if (Array.isArray(input) && Array.isArray(input[0]) && input.length > 2) {
        const positions = input.every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'number' && typeof item[1] === 'number');
        if (positions) {
            const packed = new Float64Array(2 * input.length);
            input.forEach(([x, y], i) => {
                packed[2 * i] = x;
                packed[2 * i + 1] = y;
            });
            transferables?.push(packed.buffer);
            return {$name: 'Positions', packed};
        }
    }
`
  },
  {
    file: 'util/web_worker_transfer.ts',
    after: `export function deserialize(input: Serialized): unknown {\n`,
    put: `
    if (input?.$name === 'Positions') return Array.from({length: input.packed.length / 2}, (_, i) => [input.packed[2 * i], input.packed[2 * i + 1]]);
`
  },
  {
    // most of an atlas of images is empty or opaque
    file: 'util/image.ts',
    after: `        const a = data[i + 3];\n`,
    put: `
        if (a === 0) continue;
        if (a === 255) {
            out[i] = data[i];
            out[i + 1] = data[i + 1];
            out[i + 2] = data[i + 2];
            out[i + 3] = a;
            continue;
        }
`
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
