import { zonePlaces } from '#lib/atlas/atlas';
import { selectedZones } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';
import type { PictureRequest } from './request';

/** What the explorer shows now, as a request for a picture: layout, zones that stand out, places. */
export function pictureOfView(view: ExplorerView): Pick<PictureRequest, 'layout' | 'zones' | 'places'> {
  const zones = standingOut(view);
  const active = view.places.filter((entry) => entry.active).map(({ place }) => place.id);
  if (zones.length === 0) return { layout: view.layout.id, places: active };
  // other zones' places stay off a picture of some zones, but for one that was picked
  const own = new Set(view.zones.filter(({ zone }) => zones.includes(zone.id)).flatMap(({ zone }) => zonePlaces(zone)));
  const picked = view.selection?.kind === 'place' ? view.selection.place.id : undefined;
  return { layout: view.layout.id, zones, places: active.filter((id) => own.has(id) || id === picked) };
}

/** Zones of the layout that are selected or contain what is selected, else those that a filter leaves; none = all. */
function standingOut({ zones, selection }: ExplorerView): string[] {
  const active = zones.filter((entry) => entry.active).map(({ zone }) => zone.id);
  const selected = selectedZones(selection).filter((id) => active.includes(id));
  if (selected.length > 0) return selected;
  return active.length < zones.length ? active : [];
}
