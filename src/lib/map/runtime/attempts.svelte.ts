/** What has become of a map: drawn or on the way, its code or data not to be had, no WebGL 2, or its picture lost for now. */
export type MapTrouble = 'none' | 'failed' | 'webgl' | 'lost';

/** The tries to open a map, and what went wrong with the last one. */
export class MapAttempts {
  trouble = $state<MapTrouble>('none');
  /** number of the try; a component keyed by it starts anew */
  count = $state(0);
  /** a map that has been drawn once can be drawn again */
  #drawn = $state(false);

  /** Whether trying again may help. */
  get promising(): boolean {
    return this.trouble !== 'webgl' || this.#drawn;
  }

  again(): void {
    this.count += 1;
    this.trouble = 'none';
  }

  drawn(): void {
    this.#drawn = true;
    if (this.trouble === 'lost') this.trouble = 'none';
  }

  lost(): void {
    this.trouble = 'lost';
  }

  /** @param error as the map reports it: MapUnavailable (src/lib/map) is told by its name, for its code may be what is missing */
  failed(error?: unknown): void {
    this.trouble = error instanceof Error && error.name === 'MapUnavailable' ? 'webgl' : 'failed';
  }
}
