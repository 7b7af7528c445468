import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';
import type { MapSettings, OwnLayer } from './layer';
import { rejectText } from './panels/text';
import { readme } from './project/readme';
import { writeProject } from './project/write-project';
import { citiesAt } from './table/cities-at';

/**
 * The layers of a visit, and how they are shown, as a project that this page opens again.
 * @param address of this page
 * @throws ImportRefused; the signal's reason
 */
export function projectFile(atlas: Atlas, layers: readonly OwnLayer[], settings: MapSettings, address: string, signal: AbortSignal): Promise<Blob> {
  const now = new Date();
  const { pack, version } = atlas.data.index;
  const words = {
    readme: readme(
      address,
      layers.map(({ name, table }) => ({ name, rows: table.rows })),
      now
    ),
    line: m.own_data_out_line(),
    district: m.own_data_out_code(),
    lon: m.own_data_out_lon({ datum: 'WGS 84' }),
    lat: m.own_data_out_lat({ datum: 'WGS 84' }),
    placed: m.own_data_out_placement(),
    remark: m.own_data_out_remark(),
    why: rejectText,
    reason: m.own_data_reject_col_reason(),
    text: m.own_data_reject_col_text(),
    leftOut: m.own_data_rejected_name()
  };
  const project = { tables: layers.map(({ table }) => table), settings, pack: { id: pack, version } };
  return writeProject(project, words, citiesAt(atlas.data.admin), now, signal);
}
