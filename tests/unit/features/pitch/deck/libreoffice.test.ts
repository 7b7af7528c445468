import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, MAP, pitchOf } from './real-pitch';

/* An office program opens the deck: as many pages as slides, the Chinese is there, and no text runs over another or off the page. */

// two minutes of an office program: asked for by name, `LIBREOFFICE=1 npx vitest run tests/unit/features/pitch/deck`
const wanted = process.env.LIBREOFFICE === '1';
const missing = ['soffice', 'pdftotext', 'pdftoppm'].filter((program) => spawnSync('which', [program]).status !== 0);
const name = missing.length > 0 ? `LibreOffice (SKIPPED: ${missing.join(', ')} not on this machine)` : 'LibreOffice';

type Word = Readonly<{ text: string; x0: number; y0: number; x1: number; y1: number }>;

/** The words of each page with their boxes, in points. */
function pagesOf(pdf: string): { width: number; height: number; words: Word[] }[] {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 64e6 });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)];
      return {
        width: Number(width),
        height: Number(height),
        words: words.map(([, x0, y0, x1, y1, text = '']) => ({ text, x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) }))
      };
    });
}

/** Words that cover a good part of another. Boxes are as high as the font's line, so neighbours in a text touch a little. */
function collisions(words: readonly Word[]): string[] {
  const area = (word: Word) => (word.x1 - word.x0) * (word.y1 - word.y0);
  return words.flatMap((a, i) =>
    words.slice(i + 1).flatMap((b) => {
      const [w, h] = [Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0), Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)];
      return w > 0 && h > 0 && w * h > 0.45 * Math.min(area(a), area(b)) ? [`${a.text} × ${b.text}`] : [];
    })
  );
}

describe.skipIf(!wanted || missing.length > 0)(name, () => {
  const dir = mkdtempSync(join(tmpdir(), 'deck-'));
  afterAll(() => {
    overwriteGetLocale(() => 'zh');
    // set KEEP_DECKS to look at the pages
    if (!process.env.KEEP_DECKS) rmSync(dir, { recursive: true, force: true });
    else process.stdout.write(`${dir}\n`);
  });

  it.each([
    ['zh', 'investor', undefined],
    ['en', 'internal', ['h24-park-yuhang', 'z22-circle-mountain', 'zl-core-taizhou', 'z22-field-devices', 'h24-pair-xilin']]
  ] as const)(
    'opens a deck in %s for %s',
    async (language, audience, zones) => {
      overwriteGetLocale(() => language);
      const drawMap = () => Promise.resolve({ data: MAP, width: 1680, height: 1590 });
      const pitch = pitchOf({ audience, ...(zones ? { zones } : {}) });
      const { file, slides } = await buildDeck({ atlas, pitch, siteName: 'Site', address: (path) => `https://example.org${path}`, drawMap });
      const deck = join(dir, `${language}.pptx`);
      writeFileSync(deck, file);
      execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${dir}/profile`, '--convert-to', 'pdf', '--outdir', dir, deck], {
        stdio: 'ignore',
        timeout: 150_000
      });
      const pages = pagesOf(join(dir, `${language}.pdf`));
      expect(pages).toHaveLength(slides);
      const plain = execFileSync('pdftotext', ['-layout', join(dir, `${language}.pdf`), '-'], { encoding: 'utf8', maxBuffer: 64e6 }).replace(/\s+/g, '');
      for (const one of pitch.zones) expect(plain).toContain(one.zone.name[language].replace(/\s+/g, ''));
      expect(plain).toContain('杭生创办〔2024〕01号'.replace(/\s+/g, ''));
      for (const [i, page] of pages.entries()) {
        const outside = page.words.filter(({ x0, y0, x1, y1 }) => x0 < 0 || y0 < 0 || x1 > page.width || y1 > page.height);
        expect(
          outside.map(({ text }) => text),
          `off slide ${i + 1}`
        ).toEqual([]);
        expect(collisions(page.words), `over each other on slide ${i + 1}`).toEqual([]);
      }
      execFileSync('pdftoppm', ['-r', '40', '-png', join(dir, `${language}.pdf`), join(dir, language)]);
      const pictures = readdirSync(dir).filter((one) => one.startsWith(`${language}-`) && one.endsWith('.png'));
      expect(pictures).toHaveLength(slides);
      // a blank page of this size takes far less
      for (const picture of pictures) expect(readFileSync(join(dir, picture)).length).toBeGreaterThan(3000);
    },
    180_000
  );
});
