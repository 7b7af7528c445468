import type { ImportContext } from '../table/import-context';
import type { Named, PlaceNames } from '../table/place-names';
import type { Doubt, ImportRemark } from '../table/table';

/** Names that are listed for the reader to choose what they mean. */
const MOST_DOUBTS = 100;
/** Remarks on names; further ones are not listed one by one. */
const MOST_REMARKS = 40;

const wordOf = (named: Named): string => (named.kind === 'abolished' ? named.former.name : named.kind === 'ambiguous' ? named.written : '');

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Keeps what is to be said of the names in a file: which were read as what, and which could not be, with what they may mean. */
export class SaidNames {
  private readonly read = new Map<string, number>();
  private readonly former = new Map<string, number>();
  private readonly open = new Map<string, { name: string; candidates: readonly string[]; rows: number }>();

  /** @param choices the reader's: adcode by name */
  constructor(
    private readonly choices: Readonly<Record<string, string>>,
    private readonly units: ImportContext['units']
  ) {}

  /** The same look-ups, with what the reader has chosen. */
  choosing(names: PlaceNames): PlaceNames {
    if (Object.keys(this.choices).length === 0) return names;
    const chosen = (named: Named): Named => {
      const adcode = this.choices[wordOf(named)];
      const unit = adcode === undefined ? undefined : this.units.find((one) => one.adcode === adcode);
      return unit ? { kind: 'unit', unit, via: 'former', written: wordOf(named) } : named;
    };
    return {
      unit: (text, above) => chosen(names.unit(text, above)),
      address: (text, above) => chosen(names.address(text, above)),
      place: names.place
    };
  }

  /** @returns whether a row was placed by another name than its district's own */
  readAs(named: Named): boolean {
    if (named.kind !== 'unit' || named.via === undefined) return false;
    const { zh } = named.unit.name;
    if (named.written !== zh) count(this.read, `${named.written ?? ''} → ${zh}`);
    return true;
  }

  /** A point's district that is no more. */
  gone(name: string): void {
    count(this.former, name);
  }

  /** A row was left out for its name. */
  doubt(named: Named): void {
    if (named.kind === 'abolished') this.gone(named.former.name);
    if (named.kind !== 'abolished' && named.kind !== 'ambiguous') return;
    const name = wordOf(named);
    const known = this.open.get(name);
    if (known) known.rows += 1;
    else if (named.candidates.length > 0 && this.open.size < MOST_DOUBTS)
      this.open.set(name, { name, candidates: named.candidates.map(({ adcode }) => adcode), rows: 1 });
  }

  get doubts(): Doubt[] {
    return [...this.open.values()];
  }

  remarks(): ImportRemark[] {
    const list = (code: 'read-as' | 'abolished-unit', counts: ReadonlyMap<string, number>) =>
      [...counts].slice(0, MOST_REMARKS).map(([detail, rows]) => ({ code, count: rows, detail }));
    return [...list('read-as', this.read), ...list('abolished-unit', this.former)];
  }
}
