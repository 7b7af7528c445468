import { indexAtlas } from '#lib/atlas/atlas';
import type { AtlasData } from '#lib/schema/atlas';
import type { Published } from '#lib/schema/published';
import { local } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';
import { buildPitch } from './build';
import { planDeck } from './deck/deck-plan';
import type { ReadyShortlist } from './ready-shortlists';
import { sectionsOf } from './sheet/sections';
import type { SectionId } from './sheet/sections';
import { EMPTY_PITCH } from './state';
import { pitchTitle } from './text';

/** What a pitch of a ready-made shortlist comes to, as far as an empty page shows it, in the language of the page. */
export type PitchExample = Readonly<{
  title: string;
  /** titles of the deck's slides, those that go on counted once */
  slides: readonly string[];
  /** number of slides, and of documents that they rest on */
  count: number;
  sources: number;
  /** the sheet of the first zone, in brief */
  zone: string;
  role: string;
  sections: readonly Readonly<{ title: string; lines: readonly string[]; more: number }>[];
}>;

const SECTIONS: readonly SectionId[] = ['targets', 'sectors', 'parks', 'access'];
/** Lines of a section. */
const LINES = 3;

/** A pitch of the first ready-made shortlist, made as any other; undefined where the pack has none. */
export function pitchExample(data: AtlasData, published: Published, ready: readonly ReadyShortlist[]): PitchExample | undefined {
  const atlas = indexAtlas(data);
  const pitch = buildPitch(atlas, { ...EMPTY_PITCH, zones: ready[0]?.zones ?? [] }, data.index.statusAsOf, undefined, [], published);
  const [first] = pitch.zones;
  if (!first) return undefined;
  const deck = planDeck(atlas, pitch);
  const sections = sectionsOf(atlas, first);
  return {
    title: pitchTitle(pitch),
    slides: [...Map.groupBy(deck, ({ title }) => title.replace(m.pitch_continued(), '')).keys()],
    count: deck.length,
    sources: pitch.sources.length,
    zone: local(first.zone.name),
    role: local(first.zone.role),
    sections: SECTIONS.flatMap((id) => sections.filter((section) => section.id === id && section.items.length > 0)).map(({ title, items }) => ({
      title,
      lines: items.slice(0, LINES).map(({ text, value }) => (value ? `${value} · ${text}` : text)),
      more: Math.max(0, items.length - LINES)
    }))
  };
}
