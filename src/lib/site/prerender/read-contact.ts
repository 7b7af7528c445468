import { existsSync } from 'node:fs';
import { CONTACT_SETTINGS, parseContact } from '#lib/schema/contact';
import type { Contact } from '#lib/schema/contact';

let contact: Contact | undefined;
let known = false;

/**
 * Whom this deployment wants to be asked, from the settings of the build; undefined where none is set.
 * @throws Error with a line for each setting that cannot be used: the build stops
 */
export function readContact(): Contact | undefined {
  if (known) return contact;
  contact = parseContact(import.meta.env as Readonly<Record<string, string | undefined>>);
  if (contact?.wechat && !existsSync(`static${contact.wechat}`)) throw new Error(`${CONTACT_SETTINGS.wechat}: there is no static${contact.wechat}`);
  known = true;
  return contact;
}
