import type { Topology } from 'topojson-specification';
import type { AdminUnit, Place } from '#lib/schema/atlas';
import type { FormerUnit, OtherNames } from '#lib/schema/names';

/** What the importer knows of the region. Plain data, so that it can be handed to a worker. */
export type ImportContext = Readonly<{
  units: readonly Pick<AdminUnit, 'adcode' | 'name' | 'level' | 'parent' | 'label'>[];
  places: readonly Pick<Place, 'id' | 'name' | 'adcode' | 'lon' | 'lat'>[];
  /** a boundary file with an object `counties` (the finer one where there is one) */
  topology: Topology;
  former: readonly FormerUnit[];
  /** towns, development zones, and what is elsewhere */
  other?: OtherNames;
}>;
