import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compileGlossary, compileStories } from '../../../../scripts/steps/pack/compile-atlas';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack, byPath, DEMO_PACK } from './support';

const broken = (text: string, replacement: string) => checkPack(readPack(brokenPack('stories.yaml', text, replacement))).map(byPath);

describe('stories of a pack', () => {
  it.each([
    [
      'a zone that is not there',
      'demo-lake-wing]',
      'demo-lake-wings]',
      /^stories.yaml:\d+ 0\.steps\.1\.focus\.zones\.0: unknown zone "demo-lake-wings"; did you mean "demo-lake-wing"\?$/
    ],
    ['a layout that is not there', 'focus: { layout: demo-two-wings }', 'focus: { layout: nowhere }', /focus\.layout: unknown layout "nowhere"/],
    ['a place that is not there', 'demo-kite-park', 'demo-kite-parc', /focus\.places\.0: unknown place/],
    ['a clause that the document has not', 'clause: "二"', 'clause: "九"', /cite\.0: document "demo-plan" has no clause "九"/]
  ])('refuse %s, by file and line', (_, text, replacement, complaint) => {
    const problems = broken(text, replacement);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(complaint);
  });

  it('refuse a step without a source', () => {
    expect(() => readPack(brokenPack('stories.yaml', 'cite: [{ document: demo-plan, clause: "二" }]', 'cite: []'))).toThrow(
      /stories\.yaml:\d+ story 1 \(demo-walk\) → step 1 → cite: must have at least 1 entry/
    );
  });

  it('a step that singles nothing out shows all zones of its layout', () => {
    const pack = readPack(DEMO_PACK);
    const layouts = [{ id: 'demo-two-wings', zones: ['a', 'b'] }] as unknown as Parameters<typeof compileStories>[1];
    const [story] = compileStories(pack, layouts);
    expect(story?.steps.map(({ focus }) => focus.zones)).toEqual([['a', 'b'], ['demo-lake-wing']]);
  });

  it('a term takes the words of its sector', () => {
    expect(compileGlossary(readPack(DEMO_PACK)).map(({ gloss }) => gloss.zh)).toEqual(['虚构词条。', '虚构产业的细分，仅供测试。']);
  });

  it('refuse a term with two explanations', () => {
    expect(() => readPack(brokenPack('glossary.yaml', 'sector: kite-frames', 'sector: kite-frames\n  gloss: { zh: "二", en: "two" }'))).toThrow(
      /give one of gloss, sector, capability/
    );
  });
});
