import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '#lib/features/pitch/state';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { pitchCsv, pitchGeoJson, pitchXlsx } from '#lib/features/pitch/deck/data-files';
import { sectionsOf } from '#lib/features/pitch/sheet/sections';
import { atlas, INTERNAL_NOTE, MAP, pitchOf, state, topology } from './real-pitch';

/* A maker's internal notes are in nothing that is made of a pitch, the internal version included. */

const address = (path: string) => `https://example.org${path}`;
const VISITOR_NOTE = '可先看';
/** All texts of a package, with those of packages inside it. */
const textOf = (file: Uint8Array): string =>
  Object.entries(unzipSync(file))
    .map(([name, bytes]) => (name.endsWith('.xlsx') ? textOf(bytes) : strFromU8(bytes)))
    .join('\n');

describe.each(AUDIENCES)('for %s', (audience) => {
  it('deck, tables, outlines and sheets hold the visitor’s note and no internal one', async () => {
    expect(JSON.stringify(state())).toContain(INTERNAL_NOTE);
    const pitch = pitchOf({ audience });
    const drawMap = () => Promise.resolve({ data: MAP, width: 10, height: 10 });
    const made = {
      pitch: JSON.stringify(pitch),
      deck: textOf((await buildDeck({ atlas, pitch, siteName: 'Site', address, drawMap })).file),
      xlsx: textOf(new Uint8Array(await (await pitchXlsx(atlas, pitch, address)).arrayBuffer())),
      csv: pitchCsv(atlas, pitch, address),
      geojson: pitchGeoJson(atlas, pitch, topology, address),
      sheets: JSON.stringify(pitch.zones.map((one) => sectionsOf(atlas, one)))
    };
    const holding = (note: string) => Object.entries(made).flatMap(([what, text]) => (text.includes(note) ? [what] : []));
    expect(holding(VISITOR_NOTE)).toEqual(Object.keys(made));
    expect(holding(INTERNAL_NOTE)).toEqual([]);
  });
});
