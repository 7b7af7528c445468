import PptxGenJS from 'pptxgenjs';
import type { Atlas } from '#lib/atlas/atlas';
import type { Pitch } from '../build';
import type { MapKind } from '../map-kind';
import type { Address } from '../text';
import { fullCitation, pitchTitle } from '../text';
import * as m from '#lib/paraglide/messages';
import { pageInWords, pageNumber } from '../sheet/published-section';
import { sourceNumbers } from '../sheet/source-numbers';
import type { SlidePlan } from './deck-plan';
import { OVERVIEW_MAP, planDeck, SLIDE, ZONE_MAP } from './deck-plan';
import { drawBroken, drawSlide, layoutProps, MASTER } from './draw-slides';
import type { Deck, DeckPicture } from './draw-slides';
import { latinFont } from './ink';
import { mendDeck } from './mend-package';

/** Dots an inch of the maps: sharp in print. */
const DOTS = 300;

export type MapRequest = Readonly<{
  kind: MapKind;
  layout: string;
  zones: readonly string[];
  width: number;
  height: number;
  /** with title, legend and scale; a zone's slide says these itself */ furniture: boolean;
}>;
export type DeckRequest = Readonly<{
  atlas: Atlas;
  pitch: Pitch;
  siteName: string;
  address: Address;
  /** what stands where a map would, a drawing without boundaries if absent; an approved picture is for the overview, a zone alone has a drawing */
  maps?: MapKind;
  /** a map as PNG; it may fail, the deck goes on without it */
  drawMap: (request: MapRequest) => Promise<DeckPicture>;
  logo?: DeckPicture | undefined;
  /** before each slide: how many of how many, and which; with no slide: packing */
  progress?: (done: number, all: number, slide: string | undefined) => void;
  signal?: AbortSignal;
}>;
/** `problems`: slides that could not be made in full, and why. */
export type DeckResult = Readonly<{ file: Uint8Array; slides: number; problems: readonly Readonly<{ slide: string; reason: string }>[] }>;

/**
 * Make the deck, slide by slide. What fails on one slide is told there and in the result; the others are kept.
 * @throws DOMException AbortError when the signal says so
 */
export async function buildDeck(request: DeckRequest): Promise<DeckResult> {
  const { atlas, pitch, siteName, logo, progress, signal, maps = 'schematic' } = request;
  const deck: Deck = { pitch, numbers: sourceNumbers(pitch), siteName, logo, maps };
  const plans = planDeck(atlas, pitch);
  const pptx = newFile(request);
  const problems: { slide: string; reason: string }[] = [];
  for (const [i, plan] of plans.entries()) {
    signal?.throwIfAborted();
    progress?.(i + 1, plans.length, plan.title);
    // lets the page show where we are, and its cancel button be pressed
    await new Promise((resolve) => setTimeout(resolve));
    const map = await mapOf(request, plan);
    signal?.throwIfAborted();
    if (map instanceof Error) problems.push({ slide: plan.title, reason: map.message });
    const slide = pptx.addSlide(plan.kind === 'cover' ? {} : { masterName: MASTER });
    try {
      drawSlide(slide, deck, plan, map);
    } catch (error) {
      const reason = reasonOf(error).message;
      problems.push({ slide: plan.title, reason });
      drawBroken(slide, plan, reason);
    }
    slide.addNotes(notesOf(request, plan));
  }
  progress?.(plans.length, plans.length, undefined);
  const written = await pptx.write({ outputType: 'arraybuffer' });
  signal?.throwIfAborted();
  return { file: mendDeck(new Uint8Array(written as ArrayBuffer), pitch.state.office || siteName), slides: plans.length, problems };
}

function newFile({ pitch, siteName }: DeckRequest): PptxGenJS {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: SLIDE.w, height: SLIDE.h });
  pptx.layout = 'WIDE';
  pptx.title = pitchTitle(pitch);
  pptx.author = pitch.state.office || siteName;
  pptx.company = pptx.author;
  pptx.subject = m.pitch_prepared({ day: pitch.day, version: pitch.version });
  pptx.theme = { headFontFace: latinFont(), bodyFontFace: latinFont() };
  // the first layout is the library's own: the cover's
  for (const title of [MASTER, 'TEXT']) pptx.defineSlideMaster(layoutProps(title));
  return pptx;
}

const reasonOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

async function mapOf({ drawMap, maps = 'schematic' }: DeckRequest, plan: SlidePlan): Promise<DeckPicture | Error | undefined> {
  const wanted =
    plan.kind === 'overview'
      ? { layout: plan.layout.id, zones: plan.zones.map(({ zone }) => zone.id), room: OVERVIEW_MAP, furniture: true }
      : plan.kind === 'zone' && plan.map
        ? { layout: plan.zone.layout.id, zones: [plan.zone.zone.id], room: ZONE_MAP, furniture: false }
        : undefined;
  if (!wanted) return undefined;
  try {
    return await drawMap({
      kind: maps === 'approved' && plan.kind === 'zone' ? 'schematic' : maps,
      layout: wanted.layout,
      zones: wanted.zones,
      furniture: wanted.furniture,
      width: Math.round(wanted.room.w * DOTS),
      height: Math.round(wanted.room.h * DOTS)
    });
  } catch (error) {
    return reasonOf(error);
  }
}

/** What a speaker has at hand: every source of the slide in full, and where to read on. */
function notesOf({ atlas, pitch, address, maps }: DeckRequest, plan: SlidePlan): string {
  const numbers = sourceNumbers(pitch);
  const cited = plan.citations.map((citation) => {
    const number = numbers([citation]);
    return (number && `[${number}] `) + fullCitation(atlas, citation, pitch.day, address);
  });
  const pages = plan.pages?.map((page) => `[${pageNumber(pitch, page)}] ${pageInWords(page)} · ${page.url}`) ?? [];
  const base = atlas.data.index.boundarySource;
  const drawn = plan.kind === 'overview' || (plan.kind === 'zone' && plan.map);
  return [
    plan.title,
    m.pitch_notes_page({ address: address(plan.page) }),
    ...(cited.length + pages.length > 0 ? [m.pitch_notes_heading()] : []),
    ...cited,
    ...pages,
    ...(drawn && maps === 'map' && base ? [m.pitch_notes_map({ source: fullCitation(atlas, base, pitch.day, address) })] : [])
  ].join('\n');
}
