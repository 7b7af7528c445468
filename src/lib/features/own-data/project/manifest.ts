import { config, z } from 'zod';
import { MODES } from '../panels/look-at';
import { MEASURES } from '../table/aggregate';
import { REJECT_REASONS, REMARKS } from '../table/table';
import { FORMAT, MOST_LAYERS, VERSION } from './format';

// the site's policy allows no code made of text
config({ jitless: true });

const count = z.int().min(0);
/** checksum of a file of the archive as it was written */
const Part = z.object({ file: z.string(), crc: count });

const Table = z.object({
  ...Part.shape,
  name: z.string(),
  rows: count,
  columns: z.array(z.object({ name: z.string(), kind: z.enum(['number', 'text']) })).max(1000),
  /** rows that were left out, with their texts */
  leftOut: z.object({ ...Part.shape, rows: count }).optional(),
  rejectedCount: count,
  rejectedBy: z.partialRecord(z.enum(REJECT_REASONS), count),
  remarks: z.array(z.object({ code: z.enum(REMARKS), count, column: z.string().optional(), detail: z.string().optional() })),
  doubts: z.array(z.object({ name: z.string(), candidates: z.array(z.string()), rows: count })).optional()
});
/** What project.json says of a table. */
export type TableInfo = z.infer<typeof Table>;

const View = z.object({ mode: z.enum(MODES), measure: z.enum(MEASURES), column: count.optional(), sizeBy: count.optional() });
const degrees = (most: number) => z.number().min(-most).max(most);
const Settings = z.object({
  layers: z
    .array(z.object({ name: z.string().min(1), colour: count, shown: z.boolean(), view: View }))
    .min(1)
    .max(MOST_LAYERS)
    .readonly(),
  active: count,
  layout: z.string().optional(),
  /** the stretch of the map that was looked at */
  box: z
    .tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
    .readonly()
    .optional()
});

/** project.json. */
export const Manifest = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    saved: z.iso.datetime(),
    /** what the rows were joined to */
    pack: z.object({ id: z.string(), version: z.string() }),
    settings: Settings,
    /** in the order of the layers */
    tables: z.array(Table)
  })
  .refine(({ settings, tables }) => settings.layers.length === tables.length && settings.active < tables.length);
export type Manifest = z.infer<typeof Manifest>;
