import * as m from '#lib/paraglide/messages';

/** What a map says of its review. @param number approval number, with or without the word for it */
export function approvalLine(number: string | undefined): string {
  const given = number?.trim();
  return given ? m.picture_approval({ number: given.replace(/^审图号[:：]?\s*/, '') }) : m.picture_no_approval();
}
