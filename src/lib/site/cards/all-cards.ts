import { indexAtlas } from '#lib/atlas/atlas';
import { placesWithPage } from '#lib/atlas/related-places';
import { readAtlas, readStories } from '../prerender/read-data';
import { drawCard } from './card-sheet';
import type { Card } from './card-sheet';
import { documentCard } from './document-card';
import { layoutCard, siteCard, storyCard } from './layout-card';
import { placeCard } from './place-card';
import { sectorCard } from './sector-card';
import { unitCard } from './unit-card';
import { zoneCard } from './zone-card';

/**
 * The cards of all pages that have one of their own, and the site's for the others, as SVG documents in the language of the moment.
 * @returns by the page's path without slashes around it, e.g. “zones/x”; the site's as “site”
 */
export function drawCards(): Record<string, string> {
  const data = readAtlas();
  const atlas = indexAtlas(data);
  const cards: [string, Card][] = [
    ['site', siteCard(atlas)],
    ...data.layouts.map((layout): [string, Card] => [`layouts/${layout.id}`, layoutCard(atlas, layout)]),
    ...data.zones.map((zone): [string, Card] => [`zones/${zone.id}`, zoneCard(atlas, zone)]),
    ...data.admin.filter(({ level }) => level !== 'province').map((unit): [string, Card] => [`units/${unit.adcode}`, unitCard(atlas, unit)]),
    ...placesWithPage(atlas).map((place): [string, Card] => [`places/${place.id}`, placeCard(atlas, place)]),
    ...data.sectors.map((sector): [string, Card] => [`sectors/${sector.id}`, sectorCard(atlas, sector)]),
    ...data.documents.map((document): [string, Card] => [`documents/${document.id}`, documentCard(atlas, document)]),
    ...readStories().map((story): [string, Card] => [`stories/${story.id}`, storyCard(atlas, story)])
  ];
  return Object.fromEntries(cards.map(([path, card]) => [path, drawCard(card)]));
}
