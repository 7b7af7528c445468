import type { Actual } from '../table/actuals';
import type { OwnTable } from '../table/table';
import { isOwnTable, tableBytes } from './check-table';
import type { Shelf } from './shelf';

/** What a reader may keep: a table of rows, or reported values. */
export type Kept = Readonly<{ kind: 'table'; table: OwnTable } | { kind: 'actuals'; actuals: readonly Actual[] }>;

/** A kept thing's label. `savedAt` is ISO 8601; `bytes` is about what it takes up. */
export type Label = Readonly<{ id: string; form: 1; kind: Kept['kind']; name: string; savedAt: string; rows: number; bytes: number }>;

export const LONGEST_NAME = 120;
/** Form of what is kept; another form is not read, and said to be so. */
const FORM = 1;

/** What lies there cannot be read: written by another version, or damaged. */
export class KeptDamaged extends Error {
  override readonly name = 'KeptDamaged';
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false;
  const { id, form, kind, name, savedAt, rows, bytes } = value as Partial<Record<keyof Label, unknown>>;
  return (
    typeof id === 'string' &&
    form === FORM &&
    (kind === 'table' || kind === 'actuals') &&
    typeof name === 'string' &&
    typeof savedAt === 'string' &&
    !Number.isNaN(Date.parse(savedAt)) &&
    typeof rows === 'number' &&
    typeof bytes === 'number'
  );
}

function isActual(value: unknown): value is Actual {
  if (typeof value !== 'object' || value === null) return false;
  const { line, target, year, value: figure, unit } = value as Partial<Record<keyof Actual, unknown>>;
  return typeof line === 'number' && typeof target === 'string' && typeof year === 'number' && typeof figure === 'number' && typeof unit === 'string';
}

function readKept(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'table' && 'table' in value && isOwnTable(value.table)) return { kind: 'table', table: value.table };
  if (value.kind === 'actuals' && 'actuals' in value && Array.isArray(value.actuals) && value.actuals.every(isActual)) {
    return { kind: 'actuals', actuals: value.actuals };
  }
  return undefined;
}

/** @returns the name without ends of space, cut to length; a name is never empty */
const tidyName = (name: string, fallback: string): string => name.trim().slice(0, LONGEST_NAME) || fallback;

/** What the reader keeps in this browser, and only if the reader says so. */
export class OwnStorage {
  readonly #shelf: Shelf;
  /** @param newId @param now for tests */
  constructor(
    shelf: Shelf,
    private readonly newId: () => string = () => crypto.randomUUID(),
    private readonly now: () => Date = () => new Date()
  ) {
    this.#shelf = shelf;
  }

  /** Labels, newest first, and the ids of entries whose label cannot be read: those are set aside until the reader deletes them. */
  async list(): Promise<{ labels: Label[]; damaged: string[] }> {
    const all = await this.#shelf.labels();
    const labels = all.filter(isLabel).sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    const damaged = all.flatMap((value) =>
      !isLabel(value) && typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : []
    );
    return { labels, damaged };
  }

  /** @throws what the browser throws where there is no room (QuotaExceededError) */
  async save(name: string, kept: Kept): Promise<Label> {
    const label: Label = {
      id: this.newId(),
      form: FORM,
      kind: kept.kind,
      name: tidyName(name, kept.kind),
      savedAt: this.now().toISOString(),
      rows: kept.kind === 'table' ? kept.table.rows : kept.actuals.length,
      bytes: kept.kind === 'table' ? tableBytes(kept.table) : 2 * JSON.stringify(kept.actuals).length
    };
    await this.#shelf.put(label, kept);
    return label;
  }

  /** @throws KeptDamaged if what lies there cannot be read */
  async open(id: string): Promise<Kept> {
    const kept = readKept(await this.#shelf.content(id));
    if (!kept) throw new KeptDamaged(id);
    return kept;
  }

  /** An empty name changes nothing. */
  async rename(label: Label, name: string): Promise<Label> {
    const renamed = { ...label, name: tidyName(name, label.name) };
    await this.#shelf.relabel(renamed);
    return renamed;
  }

  remove(id: string): Promise<void> {
    return this.#shelf.remove(id);
  }
}
