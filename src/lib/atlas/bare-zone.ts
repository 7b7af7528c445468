import type { Zone } from '#lib/schema/atlas';

/** A zone without what is linked to it: its name, where it lies and where that is said. */
export const bareZone = (zone: Zone): Zone => ({
  ...zone,
  sectors: [],
  platforms: [],
  parks: [],
  capabilities: [],
  targets: [],
  links: { sectors: [], platforms: [], parks: [], capabilities: [] },
  notes: []
});
