import { AttributionControl, GPUInitializationError, MapLibreMap, NavigationControl, ScaleControl } from 'maplibre-gl';
import type { LngLat } from 'maplibre-gl';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Locale } from '../layers/names';
import { loadAssets } from './assets';
import { controlTexts } from './control-texts';
import { flatBasemap } from './flat-basemap';
import { MapUnavailable, NARROW_MAP } from './mount-options';

/** Degrees beyond the region that its map's centre may go. */
const LEEWAY = 1.2;
/** Deeper, the boundary data has nothing more to show. */
const MAX_ZOOM = 15;

type Options = Readonly<{
  style: StyleSpecification;
  locale: Locale;
  label: string;
  attribution: string;
  reducedMotion: boolean;
  inPage?: boolean | undefined;
  /** the region, [west, south, east, north] in degrees */
  region: readonly [number, number, number, number];
  basemapStyleUrl?: string | undefined;
}>;

/** Open MapLibre in a container. @throws MapUnavailable without WebGL 2 */
export function createMap(container: HTMLElement, options: Options): MapLibreMap {
  void loadAssets();
  const [west, south, east, north] = options.region;
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least - LEEWAY), most + LEEWAY);
  try {
    const map = new MapLibreMap({
      container,
      style: options.basemapStyleUrl ?? options.style,
      // our own style is held against its specification by the tests: some 30 ms less work before the first picture
      validateStyle: options.basemapStyleUrl !== undefined,
      // over an online basemap: its layers first, ours on top
      ...(options.basemapStyleUrl ? { transformStyle: (_, basemap) => stacked(basemap, options.style) } : {}),
      bounds: [west, south, east, north],
      maxZoom: MAX_ZOOM,
      transformConstrain: (centre: LngLat, zoom: number) => {
        centre.lng = within(centre.lng, west, east);
        centre.lat = within(centre.lat, south, north);
        return { center: centre, zoom };
      },
      renderWorldCopies: false,
      attributionControl: false,
      cooperativeGestures: options.inPage ?? false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: options.reducedMotion ? 0 : 150,
      reduceMotion: options.reducedMotion,
      locale: controlTexts(options.locale, options.label)
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    // a small map is wide: what lies in the north-east of it would be under the buttons
    map.addControl(new NavigationControl({ showCompass: false }), container.clientWidth < NARROW_MAP ? 'bottom-left' : 'top-right');
    // an online basemap may ask for more than a sign that opens it
    const attribution = new AttributionControl({ compact: !options.basemapStyleUrl, customAttribution: escaped(options.attribution) });
    map.addControl(attribution, 'bottom-right');
    map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-right');
    // MapLibre opens it at first, over the map
    const opened = options.basemapStyleUrl ? undefined : container.querySelector('.maplibregl-ctrl-attrib');
    opened?.classList.remove('maplibregl-compact-show');
    opened?.removeAttribute('open');
    return map;
  } catch (error) {
    container.replaceChildren();
    if (error instanceof GPUInitializationError) throw new MapUnavailable('This browser cannot draw with WebGL 2.', { cause: error });
    throw error;
  }
}

/** The control takes markup; ours is text. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function stacked(basemap: StyleSpecification, ours: StyleSpecification): StyleSpecification {
  const below = flatBasemap(basemap);
  return { ...below, sources: { ...below.sources, ...ours.sources }, layers: [...below.layers, ...ours.layers] };
}
