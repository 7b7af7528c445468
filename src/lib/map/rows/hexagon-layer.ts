import { ScatterplotLayer } from '@deck.gl/layers';

/** Sides of a hexagon that stands on a corner; 1 on them, where its corners are 1 from the centre. */
const INSIDE = `
  vec2 apart = abs(geometry.uv);
  float side = max(apart.x / 0.8660254, apart.y + apart.x * 0.5773503);
  float blur = fwidth(side);
  color.a *= 1.0 - smoothstep(1.0 - blur, 1.0, side);
  if (color.a == 0.0) discard;
`;

/**
 * Hexagons instead of circles; a radius is that from centre to corner. Four corners each, where the library's ColumnLayer has a
 * disk of triangles, and complains of its own buffers.
 */
export class HexagonLayer extends ScatterplotLayer {
  static override layerName = 'HexagonLayer';

  override getShaders(): object {
    return { ...(super.getShaders() as object), inject: { 'fs:DECKGL_FILTER_COLOR': INSIDE } };
  }
}
