import type { ColumnRole } from '../table/guess';
import type { Named, PlaceNames } from '../table/place-names';
import type { TextBuilder } from './column-builders';
import type { RowView } from './row-view';

/** What a word names, and the county that this states: its place in the index + 1, 0 = none. */
export type Meaning = Readonly<{ named: Named; county: number }>;

const decoder = new TextDecoder();

/** A column of names with what its words mean: each word is looked up once. */
class NameColumn {
  private readonly known: Meaning[] = [];
  private readonly knownInCity = new Map<number, Meaning>();
  /** code of the current row's cell */
  code = 0;

  constructor(
    readonly column: number,
    private readonly builder: TextBuilder,
    private readonly find: (text: string, city: string) => Meaning
  ) {}

  word(): string {
    return decoder.decode(this.builder.dictionary.word(this.code));
  }

  read(row: RowView, city?: NameColumn): Meaning | undefined {
    if (row.isBlank(this.column)) return undefined;
    const code = this.builder.codeOf(row);
    this.code = code;
    if (!city) return (this.known[code] ??= this.find(this.word(), ''));
    const key = city.code * 0x100000000 + code;
    let meaning = this.knownInCity.get(key);
    if (meaning === undefined) {
      meaning = this.find(this.word(), city.word());
      this.knownInCity.set(key, meaning);
    }
    return meaning;
  }
}

/** What the name columns of a row say: the finest that is known, else why none is. */
export class RowNames {
  private readonly city: NameColumn | undefined;
  private readonly site: NameColumn | undefined;
  private readonly adcode: NameColumn | undefined;
  private readonly district: NameColumn | undefined;

  /** @param countyOf a unit's place in the index of counties + 1, 0 = none */
  constructor(roles: readonly ColumnRole[], names: PlaceNames, builders: readonly (TextBuilder | undefined)[], countyOf: (adcode: string) => number) {
    const column = (role: ColumnRole, find: (text: string, city: string) => Named) => {
      const at = roles.indexOf(role);
      const builder = builders[at];
      const meaning = (text: string, city: string): Meaning => {
        const named = find(text, city);
        return { named, county: named.kind === 'unit' ? countyOf(named.unit.adcode) : 0 };
      };
      return builder ? new NameColumn(at, builder, meaning) : undefined;
    };
    this.city = column('city', names.unit);
    this.site = column('place', names.place);
    this.adcode = column('adcode', names.unit);
    this.district = column('district', names.unit);
  }

  /** The unit that the row states, whether or not it is placed by it. */
  unit(row: RowView): Meaning | undefined {
    const { city } = this;
    const inCity = city?.read(row);
    const byCode = this.adcode?.read(row);
    if (byCode && byCode.named.kind !== 'unknown') return byCode;
    return this.district?.read(row, inCity ? city : undefined) ?? byCode ?? inCity;
  }

  /** What to place the row by; undefined where all name columns are blank. */
  place(row: RowView): Meaning | undefined {
    const bySite = this.site?.read(row);
    if (bySite?.named.kind === 'place') return bySite;
    const unit = this.unit(row);
    return unit && unit.named.kind !== 'unknown' ? unit : bySite?.named.kind === 'ambiguous' ? bySite : (unit ?? bySite);
  }
}
