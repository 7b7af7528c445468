/** What a boundary set covers. Codes are six-digit adcodes. */
export interface Region {
  provinceAdcode: string;
  provinceName: { zh: string; en: string };
  prefectures: string[];
  /** Neighbouring provinces (xx0000) or prefectures, drawn muted around the region. */
  context: string[];
  /** The prefecture whose counties get more detail in focus.topo.json. */
  focusPrefecture?: string | undefined;
  /** Folder of the pack's own changes, names and label points, in the formats of geodata/boundaries. */
  extra?: string | undefined;
}
