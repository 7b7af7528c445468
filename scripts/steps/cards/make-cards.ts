import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { digestInputs, modulesOf } from '../unchanged';
import { Letters, plainText } from './letters';
import { palettePng } from './palette-png';

/** Where the cards' drawings are in a built site, in the order of the languages. */
const DRAWINGS = { zh: 'cards.json', en: 'en/cards.json' } as const;
/** Cards that were drawn before, by what they are made from. */
const KEPT = '.svelte-kit/cards';

/** What a card shows, and its picture's file in the site. */
export type MadeCard = Readonly<{ file: string; alt: string }>;
/** A picture to make of a drawing, and the name under which it is kept. */
type Job = Readonly<{ file: string; svg: string; kept: string }>;
export type DrawnCards = Readonly<{
  drawn: number;
  bytes: number;
  /** characters on cards drawn anew for which the font has no picture */
  missing: readonly string[];
}>;

/**
 * Make pictures of the cards whose drawings a build has left in its folder, on as many cores as there are, and take the drawings away.
 * What was drawn before is not drawn again.
 * @param dir the built site
 * @returns the cards by language and page, e.g. “en/zones/x”; their pictures come while other work is done
 */
export function makeCards(dir: string): { cards: ReadonlyMap<string, MadeCard>; drawing: Promise<DrawnCards> } {
  const made = digestInputs(['package-lock.json', ...modulesOf('scripts/steps/cards/make-cards.ts')]);
  const cards = new Map<string, MadeCard>();
  const jobs: Job[] = [];
  for (const [language, name] of Object.entries(DRAWINGS)) {
    const drawings = JSON.parse(readFileSync(join(dir, name), 'utf8')) as Record<string, string>;
    for (const [page, svg] of Object.entries(drawings)) {
      const file = `cards/${language}/${page}.png`;
      cards.set(`${language}/${page}`, { file, alt: plainText(/<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? '') });
      jobs.push({ file: join(dir, file), svg, kept: `${createHash('sha256').update(made).update(svg).digest('hex')}.png` });
    }
    rmSync(join(dir, name));
  }

  return { cards, drawing: drawCards(jobs) };
}

async function drawCards(jobs: readonly Job[]): Promise<DrawnCards> {
  const letters = new Letters();
  mkdirSync(KEPT, { recursive: true });
  let [drawn, bytes] = [0, 0];
  const queue = jobs.values();
  const work = async (): Promise<void> => {
    // all workers take from one queue
    for (const { file, svg, kept } of queue) {
      const path = join(KEPT, kept);
      const known = existsSync(path) ? readFileSync(path) : undefined;
      const png = known ?? (await drawCard(svg, letters));
      if (!known) {
        drawn++;
        writeFileSync(path, png);
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, png);
      bytes += png.length;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const used = new Set(jobs.map(({ kept }) => kept));
  for (const name of readdirSync(KEPT)) if (!used.has(name)) rmSync(join(KEPT, name));
  return { drawn, bytes, missing: [...letters.missing] };
}

/** A drawing as a PNG; the renderer works beside this program. */
export async function drawCard(svg: string, letters: Letters): Promise<Buffer> {
  const { pixels, width, height } = await renderAsync(letters.drawInto(svg), { font: { loadSystemFonts: false } });
  return palettePng(pixels, width, height);
}
