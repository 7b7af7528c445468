import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guess } from '#lib/features/own-data/read/importer';
import { ImportRefused } from '#lib/features/own-data/read/refusal';
import { makeXlsx } from './make-xlsx';
import { fileOf, region } from './small-region';

const refused = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof ImportRefused ? [error.reason, error.detail.text] : error;
};

describe('archives', () => {
  it('refuses a bomb by what it claims, and by what comes out if it lies', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(10), 'xl/worksheets/sheet1.xml': new Uint8Array(64 << 20) }, { level: 9 });
    expect(await refused(guess(fileOf(bomb, 'bomb.xlsx'), region))).toEqual(['zip-bomb', undefined]);
    // the same with sizes of 1000 bytes written into its directory
    const lying = bomb.slice();
    const view = new DataView(lying.buffer, lying.byteOffset);
    for (let at = 0; at < lying.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    const honest = makeXlsx({ a: '<sheetData/>' });
    expect(await refused(guess(fileOf(honest, 'a.xlsx'), region))).toEqual(['empty', undefined]);
    expect(((await refused(guess(fileOf(lying, 'bomb.xlsx'), region))) as string[])[0]).toMatch(/zip-bomb|broken/);
    const kmz = zipSync({ 'doc.kml': new Uint8Array(64 << 20) }, { level: 9 });
    const kmzView = new DataView(kmz.buffer, kmz.byteOffset);
    for (let at = 0; at < kmz.length - 46; at++) if (kmzView.getUint32(at, true) === 0x02014b50) kmzView.setUint32(at + 24, 1000, true);
    expect(await refused(guess(fileOf(kmz, 'bomb.kmz'), region))).toEqual(['zip-bomb', undefined]);
  });

  it('names what it cannot read', async () => {
    expect(await refused(guess(fileOf(zipSync({ 'word/document.xml': new Uint8Array(3) }), 'a.docx'), region))).toEqual(['unsupported', 'docx']);
    expect(await refused(guess(fileOf(zipSync({ 'a.bin': new Uint8Array(3) }), 'a.zip'), region))).toEqual(['unsupported', 'zip']);
    const cut = makeXlsx({ a: '<sheetData/>' }).slice(0, -30);
    expect(await refused(guess(fileOf(cut, 'a.xlsx'), region))).toEqual(['broken', 'zip']);
  });

  it('reads no part that does not match its checksum, and no directory that holds more than it says', async () => {
    const packed = zipSync(
      { 'doc.kml': new TextEncoder().encode('<kml><Placemark><Point><coordinates>120.1,30.2</coordinates></Point></Placemark></kml>') },
      { level: 0 }
    );
    expect((await guess(fileOf(packed, 'a.kmz'), region)).rowsExpected).toBe(1);
    const turned = packed.slice();
    turned.set(new TextEncoder().encode('121'), Buffer.from(packed).indexOf('120.1'));
    expect(await refused(guess(fileOf(turned, 'a.kmz'), region))).toEqual(['broken', 'zip']);
    const named = packed.slice();
    named[Buffer.from(packed).lastIndexOf('doc.kml')] = 0x61;
    expect(await refused(guess(fileOf(named, 'a.kmz'), region))).toEqual(['broken', 'zip']);
    const fewer = zipSync({ 'doc.kml': new Uint8Array(3), 'b.kml': new Uint8Array(3) });
    const end = Buffer.from(fewer).lastIndexOf('PK\u0005\u0006');
    fewer[end + 10] = 1;
    expect(await refused(guess(fileOf(fewer, 'b.kmz'), region))).toEqual(['broken', 'zip']);
  });
});
