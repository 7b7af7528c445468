import type { PolicyDocument } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { PlaceKind } from '#lib/schema/terms';
import { labelOf } from './label';
import type { Label } from './label';
import { foldText, unitsOf } from './query';

/** What can be found, in the order in which equals are shown. */
export const SEARCH_KINDS = ['unit', 'sector', 'zone', 'place', 'layout', 'document', 'incentive', 'target', 'clause', 'figure'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** How Han characters sound in this index, without tones. */
export type PinyinTable = Readonly<{
  /** characters by the syllable that they mostly stand for: { "qian": "钱前签" } */
  characters: Readonly<Record<string, string>>;
  /** texts with a character that sounds otherwise there, with all their syllables: { "重组蛋白": "chong zu dan bai" } */
  otherwise: Readonly<Record<string, string>>;
}>;

/** One thing to find, as data/v1/search.json has it. */
export type SearchEntry = Readonly<{
  /** a capability has no page of its own; it leads to the zones that have it */
  kind: SearchKind | 'capability';
  id: string;
  name: Text;
  /** short names, aliases, names as printed */
  also?: readonly string[];
  /** entries (by position) whose names also lead here: a zone's sectors, members, parks … */
  refs?: readonly number[];
  /** other text worth finding */
  text?: readonly string[];
  document?: string;
  clause?: string;
  layout?: string;
  /** unit that a place lies in, a unit is part of, a target is for */
  adcode?: string;
  placeKind?: PlaceKind;
  /** a place without a page of its own: it is shown on the map */
  onMap?: true;
  year?: number;
  /** year that a published figure is of */
  of?: string;
}>;

/** data/v1/search.json */
export type SearchIndex = Readonly<{
  entries: readonly SearchEntry[];
  pinyin: PinyinTable;
  /** what a result must say of its document: its short name and the dates that its status follows from */
  documents: readonly Pick<PolicyDocument, 'id' | 'short' | 'kind' | 'issued' | 'validFrom' | 'validTo' | 'periodEnd' | 'horizon' | 'outlook' | 'status'>[];
}>;

/** An entry with its names ready to be matched. */
export type Findable = Readonly<{
  entry: SearchEntry;
  zh: Label;
  en: Label;
  also: readonly Label[];
  id: Label;
  text: readonly { text: string; folded: string }[];
}>;

export type Searchable = Readonly<{
  all: readonly Findable[];
  document: ReadonlyMap<string, SearchIndex['documents'][number]>;
  /** Text by adcode, and by id of a layout */
  unitName: ReadonlyMap<string, Text>;
  layoutName: ReadonlyMap<string, Text>;
}>;

/** Words of a running text, each after a space, so that a word's beginning is found by its space. */
const foldRunning = (text: string): string => {
  let folded = '';
  let wasHan = false;
  for (const unit of unitsOf(text)) {
    folded += unit.han && wasHan ? unit.text : ` ${unit.text}`;
    wasHan = unit.han;
  }
  return foldText(folded);
};

/** Syllables of a text's Han characters, in order. */
function speaker({ characters, otherwise }: PinyinTable): (text: string) => readonly string[] {
  const sound = new Map(Object.entries(characters).flatMap(([syllable, list]) => [...list].map((character) => [character, syllable] as const)));
  const exceptions = new Map(Object.entries(otherwise).map(([text, syllables]) => [text, syllables.split(' ')]));
  return (text) => exceptions.get(text) ?? unitsOf(text).flatMap((unit) => (unit.han ? [sound.get(unit.text) ?? ''] : []));
}

/** Make the published index ready for searching; done once, on first use. */
export function prepareSearch(index: SearchIndex): Searchable {
  const names = (kind: SearchKind) => new Map(index.entries.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry.name]));
  const say = speaker(index.pinyin);
  return {
    all: index.entries.map((entry) => ({
      entry,
      zh: labelOf(entry.name.zh, say(entry.name.zh)),
      en: labelOf(entry.name.en),
      also: (entry.also ?? []).map((text) => labelOf(text, say(text))),
      // a clause's id begins with its document's, and would be found with it
      id: labelOf(entry.kind === 'clause' ? '' : entry.id),
      text: (entry.text ?? []).map((text) => ({ text, folded: foldRunning(text) }))
    })),
    document: new Map(index.documents.map((document) => [document.id, document])),
    unitName: names('unit'),
    layoutName: names('layout')
  };
}
