/*
 * Settings made when the site is built, from environment variables; see “Settings” in the README.
 * All are optional; the default build talks to nobody but its own origin.
 */
const read = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

export const settings = {
  /** where error reports go: an e-mail address or a https:// page */
  reportAddress: read(import.meta.env.PUBLIC_REPORT_ADDRESS),
  /** 审图号, shown at the lower left of the map */
  mapApproval: read(import.meta.env.PUBLIC_MAP_APPROVAL),
  /** style of an online basemap (MapLibre style URL) */
  basemapStyle: read(import.meta.env.PUBLIC_BASEMAP_STYLE),
  /** a layer of very many points to draw on the map: geodata/TILES.md */
  tiles: read(import.meta.env.PUBLIC_TILES_URL),
  /** the address that the site is published at, for canonical links and the sitemap */
  siteUrl: read(import.meta.env.PUBLIC_SITE_URL)?.replace(/\/+$/, '')
} as const;
