import type { Topology } from 'topojson-specification';
import type { Camera, Intent } from '#lib/atlas/state';
import type { ExplorerView } from '#lib/atlas/view';
import type { TilesAddress } from '#lib/atlas/tiles-address';
import type { Locale } from '../layers/names';
import type { RowDrawing } from '../rows/drawing';
import type { MapTokens } from '#lib/design/tokens/tokens';

/** Boundary files; `focus` is finer around the focus prefecture and replaces `overview` once it is there. */
export type Topologies = Readonly<{ overview: Topology; focus?: Topology }>;

/** A map narrower than this, CSS px, is a phone's: it has no room to spare. */
export const NARROW_MAP = 500;

/** What covers the map at its edges, CSS px: what is flown to is framed in the rest. */
export type Padding = Readonly<{ top: number; right: number; bottom: number; left: number }>;

export const samePadding = (a: Padding | undefined, b: Padding | undefined): boolean =>
  a === b || (!!a && !!b && a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left);

/** What the pointer is over: its position in CSS px from the container's top left, and the facts there. */
export type Hover = Readonly<{
  x: number;
  y: number;
  /** adcode of the unit that a click would mean */
  unit?: string;
  /** active zones of the layout at this point, by id */
  zones: readonly string[];
  place?: string;
  /** the zone that fills the ground here */
  ground?: string;
}>;

/** What the map shows; any part can be replaced later. */
export type MapState = Readonly<{
  view: ExplorerView;
  topologies: Topologies;
  tokens: MapTokens;
  locale: Locale;
  /** WGS 84 degrees and MapLibre zoom; absent: frame the selection or else the layout */
  camera?: Camera | undefined;
  padding?: Padding | undefined;
  /** zone that is pointed at elsewhere, in a list: shown as if it were selected */
  pointed?: string | undefined;
  /** a reader's own rows */
  own?: RowDrawing | undefined;
  /** a layer of very many points */
  tiles?: TilesAddress | undefined;
}>;

/** A point of the map that was clicked: WGS 84 degrees, and the ground size of a CSS px. */
export type PointedAt = Readonly<{ lon: number; lat: number; kmPerPixel: number }>;

export type MapOptions = MapState &
  Readonly<{
    /** plain text for the map's corner: source, datum, vintage */
    attribution: string;
    /** what the map is, for screen readers */
    label: string;
    reducedMotion?: boolean | undefined;
    /** the map stands in a page that scrolls: wheel and one finger move the page, with Ctrl or two fingers the map */
    inPage?: boolean | undefined;
    /** style of an online basemap to draw on; by default nothing is asked of any other host */
    basemapStyleUrl?: string | undefined;
    onIntent: (intent: Intent) => void;
    onHover?: ((hover: Hover | undefined) => void) | undefined;
    /** asked first at every click; true if the click is used up, so that it selects no unit or zone */
    onPoint?: ((at: PointedAt) => boolean) | undefined;
    /** everything is drawn and rests; called after the first load and after every change */
    onIdle?: (() => void) | undefined;
    /** the map shows another part of the world than before; called in every frame of a movement */
    onMove?: (() => void) | undefined;
    /** the graphics card has dropped the picture (asleep, reset, too many maps open); the next `onIdle` says that it is back, if it comes back */
    onLost?: (() => void) | undefined;
    onError: (error: unknown) => void;
    /** the layer of very many points cannot be had; the rest of the map can */
    onTilesError?: ((error: unknown) => void) | undefined;
  }>;

/** Where to fly: a box [west, south, east, north] or a point [lon, lat], WGS 84 degrees. */
export type Destination = readonly [number, number, number, number] | readonly [number, number];

export type MountedMap = Readonly<{
  /** Show something else; what is not given stays. */
  update: (change: Partial<MapState>) => void;
  resize: () => void;
  flyTo: (destination: Destination) => void;
  /** The zoom that a flight to a box would end at. */
  zoomFor: (box: readonly [number, number, number, number]) => number;
  /** Be there at once: `zoom` and `box` are those of the destination from then on. */
  jumpTo: (destination: Destination) => void;
  /** MapLibre's zoom, as it is now */
  zoom: () => number;
  /** Where a point in WGS 84 degrees is drawn now: CSS px from the container's top left. */
  project: (position: readonly [number, number]) => Readonly<{ x: number; y: number }>;
  /** What is in view, [west, south, east, north] in WGS 84 degrees. */
  box: () => readonly [number, number, number, number];
  /** The map as drawn now, without its controls: a copy, at once. */
  picture: () => OffscreenCanvas;
  /** Release everything; the container is left empty. */
  destroy: () => void;
}>;

/** This browser cannot draw the map (no WebGL 2, or none left to give). */
export class MapUnavailable extends Error {
  override readonly name = 'MapUnavailable';
}
