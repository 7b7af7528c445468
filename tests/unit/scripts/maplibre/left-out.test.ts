import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LEFT_OUT, hollow, standIn } from '../../../../scripts/maplibre/left-out';

const SOURCES = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => `/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !/\.(test|bench)\.ts$/.test(file));

type Hollow = Readonly<Record<string, (() => unknown) | undefined>>;
const load = async (code: string) => (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Hollow;

describe('what stands in for a part of MapLibre', () => {
  it('has its names, says no to what tells kinds apart, and fails with words where it is used', async () => {
    const made = await load(
      hollow(
        'export type Kind = 1;\nexport class Globe extends Ball {\n}\nexport const isGlobe = (x) => x.globe;\nfunction turn() {}\nexport {\n    turn,\n    roll\n};',
        'globe'
      )
    );
    expect(Object.keys(made).sort()).toEqual(['Globe', 'isGlobe', 'roll', 'turn']);
    expect(made['isGlobe']?.()).toBe(false);
    expect(() => Reflect.construct(made['Globe'] ?? Object, [])).toThrow('no globe');
    expect(made['turn']).toThrow('no globe');
  });

  it('is an empty text for the text of a shader', async () => {
    expect((await load(hollow("export default 'void main() {}';", 'debug')))['default']).toBe('');
  });
});

describe('what is left out of MapLibre', () => {
  const out = files.filter((file) => LEFT_OUT.test(file));

  it.each([
    '/geo/projection/globe_transform.ts',
    '/geo/projection/vertical_perspective_transform.ts',
    '/render/terrain.ts',
    '/webgl/draw/draw_hillshade.ts',
    '/shaders/glsl/heatmap.fragment.glsl.g.ts',
    '/source/video_source.ts',
    '/style/style_layer/fill_extrusion_style_layer.ts'
  ])('is %s', (file) => {
    expect(out).toContain(file);
    expect(standIn(join(SOURCES, file))).toContain('this build of MapLibre has no');
  });

  it.each([
    '/geo/projection/mercator_transform.ts',
    '/geo/projection/globe_utils.ts',
    '/webgl/program/terrain_program.ts',
    '/webgl/draw/draw_raster.ts',
    '/webgl/draw/draw_custom.ts',
    '/style/style_layer/fill_style_layer.ts',
    '/source/raster_tile_source.ts',
    '/source/image_source.ts'
  ])('is not %s, which a basemap may need', (file) => {
    expect(files).toContain(file);
    expect(out).not.toContain(file);
  });
});
