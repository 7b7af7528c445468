import { readFileSync } from 'node:fs';

/*
 * Parts of MapLibre that nothing here uses: the globe, terrain, layers drawn from heights, houses as blocks, heat maps, moving pictures, what helps to find
 * errors in MapLibre itself. Each file by its place in MapLibre's `src/`. What is asked for nevertheless ends in an error that says so;
 * src/lib/map/runtime/flat-basemap.ts takes it out of the style of an online basemap.
 */
export const LEFT_OUT = new RegExp(
  `/(${[
    'geo/projection/(globe_(camera_helper|covering_tiles_details_provider|projection|transform)|vertical_perspective_\\w+)',
    'render/terrain',
    'tile/terrain_tile_manager',
    'webgl/(render_to_texture|rtt_fingerprint)',
    'webgl/draw/draw_(terrain|heatmap|hillshade|color_relief|fill_extrusion|debug|collision_debug)',
    'webgl/program/(heatmap|hillshade|color_relief|fill_extrusion)_program',
    'shaders/glsl/((heatmap|hillshade|terrain|color_relief|fill_extrusion)\\w*|_projection_globe|debug|collision_\\w+)\\.(vertex|fragment)\\.glsl\\.g',
    'style/style_layer/(heatmap|hillshade|color_relief|fill_extrusion)_style_layer',
    'data/(dem_data|bucket/(heatmap|fill_extrusion)_bucket)',
    'source/(raster_dem_tile_(worker_)?source|video_source|canvas_source)',
    'ui/hash'
  ].join('|')})\\.ts$`
);

const DECLARED = /^export (?:abstract )?(class|(?:async )?function|const) (\w+)/gm;
const LISTED = /^export \{([^}]*)\};/gm;

/**
 * A module that has the names of another and nothing behind them: what tells kinds apart says no, all else fails when it is used.
 * @param code of the module that it stands in for
 * @param file for the error's text
 */
export function hollow(code: string, file: string): string {
  const listed = [...code.matchAll(LISTED)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  const names = [...[...code.matchAll(DECLARED)].map(([, , name = '']) => name), ...listed.filter((name) => /^\w+$/.test(name))];
  const text = JSON.stringify(`this build of MapLibre has no ${file}`);
  return [
    `const no = function () { throw new Error(${text}); };`,
    ...names.map((name) => `export const ${name} = ${/^is[A-Z]/.test(name) ? '() => false' : 'no'};`),
    ...(/^export default/m.test(code) ? ["export default '';"] : [])
  ].join('\n');
}

/** What stands in for a file of MapLibre that is left out; undefined for all others. */
export const standIn = (id: string): string | undefined =>
  LEFT_OUT.test(id) ? hollow(readFileSync(id, 'utf8'), id.slice(id.lastIndexOf('/') + 1).replace(/\.ts$/, '')) : undefined;
