import type { ColumnRole } from '../table/guess';
import type { Above, Named, PlaceNames } from '../table/place-names';
import type { TextBuilder } from './column-builders';
import type { RowView } from './row-view';

/** What a word names, and the county that this states: its place in the index + 1, 0 = none. */
export type Meaning = Readonly<{ named: Named; county: number }>;
type Look = (text: string, above: Above) => Meaning;

const decoder = new TextDecoder();

/** A column of names with what its words mean: each word is looked up once. */
class NameColumn {
  private readonly known: Meaning[] = [];
  private readonly knownIn = new Map<number, Meaning>();

  constructor(
    private readonly column: number,
    private readonly builder: TextBuilder,
    private readonly find: Look
  ) {}

  isBlank(row: RowView): boolean {
    return row.isBlank(this.column);
  }

  /** code of the row's word; 0 is one, too */
  code(row: RowView): number {
    return this.builder.codeOf(row);
  }

  word(row: RowView): string {
    return decoder.decode(this.builder.dictionary.word(this.code(row)));
  }

  /** @param above what the row says of province and city; `at` is a number of its own for each */
  read(row: RowView, above?: Readonly<{ at: number; words: readonly string[] }>): Meaning | undefined {
    if (this.isBlank(row)) return undefined;
    const code = this.code(row);
    if (!above) return (this.known[code] ??= this.find(this.word(row), ''));
    const key = above.at * 0x100000000 + code;
    let meaning = this.knownIn.get(key);
    if (meaning === undefined) {
      meaning = this.find(this.word(row), above.words);
      this.knownIn.set(key, meaning);
    }
    return meaning;
  }
}

const isCounty = (meaning: Meaning | undefined): boolean => meaning !== undefined && meaning.county > 0;
const isOpen = (meaning: Meaning | undefined): boolean => meaning?.named.kind === 'abolished' || meaning?.named.kind === 'ambiguous';
const isKnown = (meaning: Meaning | undefined): meaning is Meaning => meaning !== undefined && meaning.named.kind !== 'unknown';

/** What the name columns of a row say: the finest that is known, else why none is. */
export class RowNames {
  private readonly uppers: readonly NameColumn[];
  private readonly site: NameColumn | undefined;
  private readonly adcode: NameColumn | undefined;
  private readonly district: NameColumn | undefined;
  /** what province and city a row may name, by the codes of both */
  private readonly above = new Map<string, Readonly<{ at: number; words: readonly string[] }>>();
  private readonly addressAt: number;
  private readonly meaningOf: (named: Named) => Meaning;

  /** @param countyOf a unit's place in the index of counties + 1, 0 = none */
  constructor(
    roles: readonly ColumnRole[],
    private readonly names: PlaceNames,
    builders: readonly (TextBuilder | undefined)[],
    countyOf: (adcode: string) => number
  ) {
    this.meaningOf = (named) => ({ named, county: named.kind === 'unit' ? countyOf(named.unit.adcode) : 0 });
    const column = (role: ColumnRole, find: (text: string, above: Above) => Named) => {
      const at = roles.indexOf(role);
      const builder = builders[at];
      return builder ? new NameColumn(at, builder, (text, above) => this.meaningOf(find(text, above))) : undefined;
    };
    this.uppers = [column('province', names.unit), column('city', names.unit)].filter((found) => found !== undefined);
    this.site = column('place', (text, above) => {
      const named = names.place(text);
      return named.kind === 'unknown' ? names.unit(text, above) : named;
    });
    this.adcode = column('adcode', names.unit);
    this.district = column('district', names.unit);
    this.addressAt = roles.indexOf('address');
  }

  private aboveOf(row: RowView): Readonly<{ at: number; words: readonly string[] }> | undefined {
    if (this.uppers.every((upper) => upper.isBlank(row))) return undefined;
    const key = this.uppers.map((upper) => (upper.isBlank(row) ? '' : upper.code(row))).join();
    const known = this.above.get(key);
    if (known) return known;
    const made = { at: this.above.size, words: this.uppers.map((upper) => (upper.isBlank(row) ? '' : upper.word(row))) };
    this.above.set(key, made);
    return made;
  }

  /** The unit that the row states, whether or not it is placed by it. */
  unit(row: RowView): Meaning | undefined {
    const byCode = this.adcode?.read(row);
    if (isKnown(byCode)) return byCode;
    const above = this.uppers.length === 0 ? undefined : this.aboveOf(row);
    const byDistrict = this.district?.read(row, above);
    if (this.addressAt < 0 || row.isBlank(this.addressAt)) return byDistrict ?? byCode ?? this.upper(row);
    const byAddress = this.address(row, byDistrict, above?.words ?? '');
    return this.finer(row, byDistrict, byAddress, above !== undefined) ?? byCode ?? this.upper(row) ?? byAddress;
  }

  /** What the address says; one that begins with the town is read as if it began with the row's district. */
  private address(row: RowView, district: Meaning | undefined, above: Above): Meaning {
    const text = row.text(this.addressAt);
    const alone = this.meaningOf(this.names.address(text, above));
    const byTown = alone.named.kind === 'unit' && alone.named.via === 'town';
    if ((isKnown(alone) && !byTown) || !isKnown(district) || !this.district) return alone;
    return this.meaningOf(this.names.address(this.district.word(row) + text, above));
  }

  /** The district, unless the address knows more, or knows that the district of that name is another one. */
  private finer(row: RowView, district: Meaning | undefined, address: Meaning, bound: boolean): Meaning | undefined {
    const { named } = address;
    if (!isKnown(district)) return isKnown(address) ? address : district;
    if (named.kind === 'elsewhere') {
      const same = !bound && this.district !== undefined && row.text(this.addressAt).includes(this.district.word(row));
      return same ? address : district;
    }
    if (!isCounty(address)) return district;
    // the town went to another district, whose name the column does not have yet
    const moved = named.kind === 'unit' && named.via === 'former';
    return !isCounty(district) || isOpen(district) || moved ? address : district;
  }

  private upper(row: RowView): Meaning | undefined {
    let last: Meaning | undefined;
    for (const upper of this.uppers) {
      const meaning = upper.read(row);
      if (meaning?.named.kind === 'elsewhere') return meaning;
      last = meaning ?? last;
    }
    return last;
  }

  /** What to place the row by; undefined where all name columns are blank. */
  place(row: RowView): Meaning | undefined {
    const bySite = this.site?.read(row);
    if (bySite?.named.kind === 'place') return bySite;
    const unit = this.unit(row);
    if (isCounty(bySite) && !isCounty(unit) && unit?.named.kind !== 'elsewhere') return bySite;
    return isKnown(unit) ? unit : isOpen(bySite) ? bySite : (unit ?? bySite);
  }
}
