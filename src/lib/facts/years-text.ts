import { yearsOf } from '#lib/atlas/document-time';
import type { PolicyDocument } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';

/** “2024 年”; “约 2019–2020 年” where only our note on the date says so. */
export function yearsText(document: PolicyDocument): string {
  const found = yearsOf(document);
  if (!found) return m.sectors_undated();
  const years = found.from === found.to ? String(found.from) : `${found.from}–${found.to}`;
  return found.printed || found.proved ? m.sectors_year({ years }) : m.sectors_about({ years });
}
