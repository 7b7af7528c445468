import { yearsOf } from '#lib/atlas/document-time';
import type { PolicyDocument } from '#lib/schema/atlas';
import { local } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';

/** “2024 年”; “约 2019–2020 年” where only our note on the date says so. */
export function yearsText(document: PolicyDocument): string {
  const found = yearsOf(document);
  if (!found) return m.sectors_undated();
  const years = found.from === found.to ? String(found.from) : `${found.from}–${found.to}`;
  return found.printed || found.proved ? m.sectors_year({ years }) : m.sectors_about({ years });
}

/** A document's short name with its years, once: many names have them. */
export function withYears(document: PolicyDocument): string {
  const name = local(document.short);
  const year = yearsOf(document)?.from;
  return year !== undefined && name.includes(String(year)) ? name : m.sectors_with_years({ document: name, years: yearsText(document) });
}
