import type { Atlas } from '#lib/domain/atlas';
import { toCsv } from '#lib/domain/own/csv';
import { sampleTable } from '#lib/domain/own/templates';
import { kindText } from '#lib/panels/terms';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';

/** The documents' own places as a file, to try the page with. */
export const sampleFile = (atlas: Atlas): File => new File([toCsv(sampleTable(atlas, getLocale(), kindText))], m.own_sample_name(), { type: 'text/csv' });
