import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack } from './support';

const PLAN = 'documents/demo-plan';

/** The message that the author of a pack is shown. */
function refusal(pack: string): string {
  try {
    readPack(pack);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'the pack was read';
}

describe('a pack is refused for', () => {
  it('a file that is not UTF-8, with the line', () => {
    const pack = brokenPack('units.yaml', 'kites', 'kites');
    const bytes = readFileSync(join(pack, 'units.yaml'));
    // 架 as GBK has it
    writeFileSync(join(pack, 'units.yaml'), Buffer.concat([Buffer.from('# one line\n'), bytes, Buffer.from([0x23, 0xbc, 0xdc])]));
    expect(refusal(pack)).toMatch(/^units\.yaml:\d+: the file must be UTF-8 text/);
    const rows = brokenPack(`${PLAN}/places.csv`, 'demo-kite-park', 'demo-kite-park');
    writeFileSync(join(rows, PLAN, 'places.csv'), Buffer.concat([readFileSync(join(rows, PLAN, 'places.csv')), Buffer.from([0xbc, 0xdc])]));
    expect(refusal(rows)).toMatch(/^documents\/demo-plan\/places\.csv:3: the file must be UTF-8 text/);
  });

  it('none of the files that it may bring', () => {
    const pack = brokenPack('units.yaml', 'kites', 'kites');
    mkdirSync(join(pack, 'boundaries'));
    writeFileSync(join(pack, 'boundaries/whole-changes.csv'), 'date,units,adcode,nameZh,prefecture,source\n');
    writeFileSync(join(pack, 'boundaries/changes.yaml'), '[]');
    expect(refusal(pack)).toBe('the pack was read');
    writeFileSync(join(pack, 'boundaries/whole-change.csv'), '');
    expect(refusal(pack)).toMatch(/^boundaries\/whole-change\.csv: no file of a pack/);
  });

  it('a file that nothing would read', () => {
    const pack = brokenPack('units.yaml', 'kites', 'kites');
    renameSync(join(pack, PLAN, 'targets.yaml'), join(pack, PLAN, 'target.yaml'));
    writeFileSync(join(pack, PLAN, 'incentives.YML'), '');
    writeFileSync(join(pack, 'places.csv.txt'), 'notes of the editor are nobody’s business');
    expect(refusal(pack)).toMatch(/^documents\/demo-plan\/incentives\.YML: no file of a pack .*\ndocuments\/demo-plan\/target\.yaml: no file of a pack .*$/);
  });
});
