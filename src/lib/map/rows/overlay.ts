import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { DeckProps } from '@deck.gl/core';
import type { RowDrawing } from './drawing';
import { ownLayers } from './row-layers';

type Device = Parameters<NonNullable<DeckProps['onDeviceInitialized']>>[0];

/** Draws a reader's own rows with deck, below and above MapLibre's labels. To be added once the map has loaded. */
export class RowOverlay {
  readonly control: MapLibreOverlay;
  #device: Device | undefined;

  /** @param cursor the CSS cursor that is wanted now: deck would set its own on every frame */
  constructor(cursor: () => string) {
    this.control = new MapLibreOverlay({ interleaved: true, layers: [], getCursor: cursor, onDeviceInitialized: (device) => (this.#device = device) });
  }

  /**
   * To be called when the control is off the map. deck leaves watching the canvas to the device, which here is not its own to close:
   * its listener for a change of resolution would keep the map, and all that it has drawn, in memory.
   */
  destroy(): void {
    this.#device?.canvasContext?.destroy();
    this.#device = undefined;
  }

  apply(own: RowDrawing | undefined): void {
    this.control.setProps({ layers: ownLayers(own) });
  }
}
