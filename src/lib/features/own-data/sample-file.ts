import type { Atlas } from '#lib/atlas/atlas';
import { toCsv } from './table/csv';
import { sampleTable } from './table/templates';
import { kindText } from '#lib/facts/place-text';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';

/** The documents' own places as a file, to try the page with. */
export const sampleFile = (atlas: Atlas): File => new File([toCsv(sampleTable(atlas, getLocale(), kindText))], m.own_data_sample_name(), { type: 'text/csv' });
