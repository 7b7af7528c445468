import { isWithin } from './lexicon';
import type { AreaNode, Entry, Lexicon } from './lexicon';
import type { FormerUnit } from '#lib/schema/names';

/*
 * The unit that a text names: addresses, lists, names with remarks in brackets. Names are followed from the province down, the
 * longest one first, and only where they stand in a row: what comes behind, such as a road named after a city, says nothing.
 */

/** How a unit was found: by its own name, by one that it had, by a development zone or a place of the gazetteer, by a town. */
export type Via = 'unit' | 'former' | 'zone' | 'place' | 'town';
/** What a text names. `units`: adcodes; several where it leaves it open. `name`: the words that said so. `rest`: what stands behind it. `open`: it names several side by side. */
export type Found = Readonly<{
  units: readonly string[];
  elsewhere: boolean;
  via: Via;
  name: string;
  full: boolean;
  rest: string;
  former?: FormerUnit;
  open?: boolean;
}>;

/** What stands behind a name that is not the unit but a road, a market, a station … called after it. */
const NOT_FULL = /^(?:路|巷|弄|场|大道|大街|街(?!道))/u;
const NOT_SHORT = /^(?:路|街|巷|弄|湾|桥|大道|大街|大厦|广场|[镇乡村港江河湖山话站]|社区|机场|银行|商会)/u;
/** What may stand behind a county's short name, so that it is not taken out of another name: 西湖文化广场 is not in 西湖区. */
const AFTER_SHORT =
  /^(?:$|[\d\s,，、;；/|·.()（）-]|[县市区](?!场)|经济|高新|开发|工业|科技|产业|生物|[园片城]区|区块|区域|新区|新城|境内|[东南西北]部|[\p{Script=Han}]{1,6}(?:大道|大街|[路街巷弄]))/u;
const LEAD = /^(?:中国|\d{6}\s*|(?:注册|办公|通讯|联系|公司|企业|生产|经营|项目|单位|详细)?(?:地址|住所|地点)[:：]?|位于|地处|坐落于?)+/u;
const FREE_TRADE = /中国[（(]([^（）()]+)[）)]自由贸易试验区/gu;
const BRACKETS = /[（(【［[〔「“‘"']([^（）()【】［］[\]〔〕「」“”]*)[）)】］\]〕」”’"']/gu;
const SEPARATOR = /[\s,，、;；/|·.。:：\-—–_>→]+|[和与及](?=\p{Script=Han})/uy;
/** Between two addresses. */
const LISTS = /[、;；]/u;

/** Whether a code is of what a unit's code begins with. */
const codeWithin = (code: string, unit: AreaNode['unit']): boolean => unit !== undefined && code.startsWith(unit.adcode.replace(/(?:00)+$/u, ''));

type State = Found & Readonly<{ node?: AreaNode; end: number }>;

/** Looks for units in texts of one region. */
export class AddressReader {
  constructor(private readonly lexicon: Lexicon) {}

  /** @param scope what the row says elsewhere: only what lies in it is found */
  find(text: string, scope?: AreaNode): Found | undefined {
    const inside: string[] = [];
    const flat = text
      .normalize('NFKC')
      .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/gu, '')
      .trim();
    const main = flat.replace(FREE_TRADE, '$1').replace(BRACKETS, (_, words: string) => {
      inside.push(words.trim());
      return ' ';
    });
    const first = this.along(main.trim().replace(LEAD, ''), scope);
    return this.withBrackets(first, inside, scope);
  }

  /** What stands in brackets says more where the text names a city at most, or that another place of the same name is meant. */
  private withBrackets(first: State | undefined, inside: readonly string[], scope: AreaNode | undefined): Found | undefined {
    let found = first;
    for (const words of inside) {
      const more = this.chain(words, 0, found?.node ?? scope) ?? this.chain(words, 0, undefined);
      if (!more || (more.rest !== '' && !AFTER_SHORT.test(more.rest))) continue;
      if (!found) found = more;
      else if (more.elsewhere && more.rest === '') found = more;
      else if (more.node && found.node && more.node !== found.node && isWithin(more.node, found.node)) found = more;
    }
    return found;
  }

  /** Names from the start on and behind separators; if none stands there, the first full one anywhere. */
  private along(text: string, scope: AreaNode | undefined): State | undefined {
    const found: State[] = [];
    let at = 0;
    while (at < text.length) {
      const before = found.at(-1)?.node;
      const state = this.chain(text, at, before ?? scope) ?? (before && this.chain(text, at, scope));
      if (!state || (before && !state.full && !AFTER_SHORT.test(state.rest))) break;
      found.push(state);
      SEPARATOR.lastIndex = state.end;
      const gap = SEPARATOR.exec(text)?.[0].length ?? 0;
      // behind a street only a list goes on
      const list = gap > 0 ? 0 : text.slice(state.end).search(LISTS);
      if (list < 0) break;
      at = state.end + (gap || list + 1);
    }
    return found.length === 0 ? this.anywhere(text, scope) : this.together(found, text);
  }

  private anywhere(text: string, scope: AreaNode | undefined): State | undefined {
    for (let at = 1; at < text.length; at++) {
      // what an unknown city is said to have is not ours
      if (/[省市区县州盟旗]$/u.test(text.slice(0, at))) return undefined;
      if (!this.lexicon.lengths.has(text[at] ?? '')) continue;
      const state = this.chain(text, at, scope);
      if (state?.full) return state;
    }
    return undefined;
  }

  /** One finding of several: what lies in another says it all; of units side by side none is chosen. */
  private together(found: readonly State[], text: string): State | undefined {
    const finest = found.filter(
      (one) => !found.some((other) => other !== one && other.node && one.node && other.node !== one.node && isWithin(other.node, one.node))
    );
    const [first] = finest;
    if (!first) return undefined;
    const units = [...new Set(finest.flatMap((one) => one.units))];
    if (units.length === 0 || finest.every((one) => one.units.join() === first.units.join())) return finest.at(-1);
    const { node: _, ...open } = first;
    return { ...open, units, elsewhere: false, via: 'unit', name: text, rest: '', open: true };
  }

  /** Names that follow each other without a gap, each in the one before. */
  private chain(text: string, from: number, scope: AreaNode | undefined): State | undefined {
    let state: State | undefined;
    for (;;) {
      const at = state?.end ?? from;
      const next = this.step(text, at, state, scope);
      if (!next) return state && this.astray(text, state) ? { ...state, units: [], elsewhere: false } : state;
      state = next;
    }
  }

  /** A city of the region with a county of another one behind it: one of them is wrong. */
  private astray(text: string, { node, end, units }: State): boolean {
    if (!node?.unit || node.level === 'county' || units.length === 0) return false;
    const next = this.step(text, end, undefined, undefined);
    return next?.via === 'unit' && next.full && next.node?.unit !== undefined && next.node.level === 'county';
  }

  private step(text: string, at: number, state: State | undefined, scope: AreaNode | undefined): State | undefined {
    for (const length of this.lexicon.lengths.get(text[at] ?? '') ?? []) {
      const name = text.slice(at, at + length);
      const entries = name.length === length ? this.lexicon.entries.get(name) : undefined;
      const next = entries && this.choose(entries, name, text.slice(at + length), at + length, state, scope);
      if (next) return next;
    }
    return undefined;
  }

  private choose(entries: readonly Entry[], name: string, rest: string, end: number, state: State | undefined, scope: AreaNode | undefined): State | undefined {
    const bound = state?.node ?? scope;
    const areas = entries.flatMap((entry) => (entry.kind === 'area' && this.fits(entry, rest, bound, state) ? [entry] : []));
    // ours before one elsewhere; a city before what is called after it
    const best = areas.find(({ node }) => node.unit && !areas.some((other) => other.node === node.parent)) ?? areas[0];
    if (best) {
      const { node, full } = best;
      return { node, units: node.unit ? [node.unit.adcode] : [], elsewhere: !node.unit, via: 'unit', name, full, rest, end };
    }
    for (const entry of entries) {
      const next = this.other(entry, { name, rest, end, full: true }, state, bound);
      if (next) return next;
    }
    return undefined;
  }

  private fits({ node, full }: Extract<Entry, { kind: 'area' }>, rest: string, bound: AreaNode | undefined, state: State | undefined): boolean {
    if (state?.former || bound?.level === 'county' || (bound && !isWithin(node, bound))) return false;
    if (full) return !NOT_FULL.test(rest);
    // elsewhere a county's short name counts behind its city only: 上海普陀
    if (node.level === 'county' && !node.unit && (!bound || bound.unit)) return false;
    return !NOT_SHORT.test(rest) && (node.level !== 'county' || AFTER_SHORT.test(rest) || this.beginsTown(rest));
  }

  private beginsTown(text: string): boolean {
    return (this.lexicon.lengths.get(text[0] ?? '') ?? []).some((length) =>
      this.lexicon.entries.get(text.slice(0, length))?.some(({ kind }) => kind === 'town')
    );
  }

  private other(entry: Entry, said: Pick<State, 'name' | 'rest' | 'end' | 'full'>, state: State | undefined, bound: AreaNode | undefined): State | undefined {
    const inside = (codes: readonly string[]) => codes.filter((code) => !bound || this.lies(code, bound));
    const county = bound?.level === 'county' ? bound.unit?.adcode : undefined;
    switch (entry.kind) {
      case 'area':
        return undefined;
      case 'former': {
        const { former, full } = entry;
        if (!full && !AFTER_SHORT.test(said.rest)) return undefined;
        const units = inside(former.now === undefined ? (former.also ?? []) : [former.now]);
        // of some nobody knows where they went: then the code says what they were in
        const open = former.now === undefined && former.also === undefined && (!bound || codeWithin(former.adcode, bound.unit));
        if (state?.former || county !== undefined || (units.length === 0 && !open)) return undefined;
        return this.at(units, { ...said, via: 'former', former });
      }
      case 'zone':
      case 'place': {
        const units = inside(entry.units);
        return units.length === 0 || county !== undefined || state?.former ? undefined : this.at(units, { ...said, via: entry.kind });
      }
      case 'town':
        return this.town(entry, said, state, bound);
    }
  }

  /** A town behind a county says nothing new, unless it has gone to another one since. */
  private town(
    { stem, counties }: Extract<Entry, { kind: 'town' }>,
    said: Pick<State, 'name' | 'rest' | 'end' | 'full'>,
    state: State | undefined,
    bound: AreaNode | undefined
  ): State | undefined {
    const former = state?.former;
    const from = former ? [former.adcode, former.now] : [bound?.level === 'county' ? bound.unit?.adcode : undefined];
    const stays = !former && counties.some((code) => from.includes(code));
    if (stays && state) return { ...state, rest: said.rest, end: said.end };
    if (former || bound?.level === 'county') {
      const moved = this.lexicon.moved.find((one) => from.includes(one.from) && one.towns.has(stem))?.to;
      const units = moved ? [moved] : counties.filter((code) => [former?.now, ...(former?.also ?? [])].includes(code));
      if (units.length !== 1) return undefined;
      return this.at(units, { ...said, name: `${state?.name ?? ''}${said.name}`, via: 'former' });
    }
    const units = counties.filter((code) => !bound || this.lies(code, bound));
    return units.length === 0 ? undefined : this.at(units, { ...said, via: 'town' });
  }

  private lies(code: string, bound: AreaNode): boolean {
    const node = this.lexicon.byCode.get(code);
    return node !== undefined && isWithin(node, bound);
  }

  private at(units: readonly string[], said: Omit<State, 'units' | 'elsewhere' | 'node'>): State {
    const node = units.length === 1 ? this.lexicon.byCode.get(units[0] ?? '') : undefined;
    return { ...said, units, elsewhere: false, ...(node ? { node } : {}) };
  }
}
