import type { ImportRefused } from '../read/refusal';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';
import { bytesText } from './text';

/** Formats of spreadsheets, and of what is no table, by the names that the importer gives them. */
const OTHER_WORKBOOKS = new Set(['mht', 'numbers']);
const DOCUMENTS = new Set(['doc', 'docx', 'ppt', 'pptx', 'odt', 'ofd', 'vsd', 'pdf', 'png', 'jpeg']);

function unsupportedText(given: Readonly<{ name: string; text: string }>): string {
  if (OTHER_WORKBOOKS.has(given.text)) return m.own_data_refused_old_workbook(given);
  if (DOCUMENTS.has(given.text)) return m.own_data_refused_document(given);
  if (given.text === 'encrypted' || given.text === 'encrypted zip') return m.own_data_refused_encrypted(given);
  return given.text === 'zip' ? m.own_data_refused_no_table(given) : m.own_data_refused_unsupported(given);
}

/** Why a whole file was not read, and what to do. */
export function refusalText({ reason, detail }: ImportRefused, name: string): string {
  const given = { name, limit: bytesText(detail.limit ?? 0), size: bytesText(detail.size ?? 0), text: detail.text ?? '' };
  switch (reason) {
    case 'empty':
      return m.own_data_refused_empty(given);
    case 'header-only':
      return m.own_data_refused_header_only(given);
    case 'too-large':
      return detail.text === 'workbook' ? m.own_data_refused_large_workbook(given) : m.own_data_refused_too_large(given);
    case 'long-rows':
      return m.own_data_refused_long_rows(given);
    case 'zip-bomb':
      return m.own_data_refused_zip_bomb(given);
    case 'overstated':
      return m.own_data_refused_overstated({ name, count: formatNumber(detail.count ?? 0), size: given.size });
    case 'html':
      return m.own_data_refused_html(given);
    case 'binary':
      return m.own_data_refused_binary(given);
    case 'broken':
      return m.own_data_refused_broken(given);
    case 'unsupported':
      return unsupportedText(given);
    case 'no-geometry':
      return m.own_data_refused_no_geometry(given);
    case 'only-links':
      return m.own_data_refused_only_links(given);
    case 'project-newer':
      return m.own_data_refused_project_newer(given);
    case 'project-changed':
      return m.own_data_refused_project_changed(given);
    case 'project-damaged':
      return m.own_data_refused_project_damaged(given);
  }
}
