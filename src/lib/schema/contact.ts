import { z } from 'zod';
import { Text } from './common';

/* Whom a deployment wants to be asked: its own office, from the settings of a build. */

const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most, `${what} is longer than ${most} characters`)
    // eslint-disable-next-line no-control-regex -- a line break would end a line of the e-mail
    .regex(/^[^\u0000-\u001f\u007f]*$/, `${what} is one line of text`);

/** An office with at least one way to reach it. */
export const Contact = z
  .strictObject({
    name: Text,
    telephone: line('the telephone number', 60)
      .regex(/^\+?[\d\s()（）\-–转,，、/;]+$/, 'a telephone number is digits, spaces, brackets and hyphens')
      .optional(),
    email: z.email('the e-mail address cannot be read').optional(),
    /** path of a picture that the site itself serves */
    wechat: z
      .string()
      .regex(
        /^\/(?!\/)(?!.*\.\.)[\w./-]+\.(?:png|jpe?g|webp|svg)$/,
        'the WeChat picture is a path of this site, such as /contact/wechat.png, of a file put into static/'
      )
      .optional()
  })
  .refine(({ telephone, email, wechat }) => telephone ?? email ?? wechat, 'give a telephone number, an e-mail address or a WeChat picture with the name');
export type Contact = z.infer<typeof Contact>;

/** The settings that a contact is read from. */
export const CONTACT_SETTINGS = {
  name: 'PUBLIC_CONTACT_NAME',
  nameEn: 'PUBLIC_CONTACT_NAME_EN',
  telephone: 'PUBLIC_CONTACT_TELEPHONE',
  email: 'PUBLIC_CONTACT_EMAIL',
  wechat: 'PUBLIC_CONTACT_WECHAT'
} as const;

/**
 * The office's contact from the settings of a build; undefined where none is set.
 * @param given by setting, e.g. PUBLIC_CONTACT_EMAIL; blank ones count as not set
 * @throws Error with a line for each setting that cannot be used
 */
export function parseContact(given: Readonly<Record<string, string | undefined>>): Contact | undefined {
  const set = Object.fromEntries(
    Object.entries(CONTACT_SETTINGS).flatMap(([field, name]) => {
      const text = given[name]?.trim();
      return text ? [[field, text]] : [];
    })
  );
  if (Object.keys(set).length === 0) return undefined;
  const { name, nameEn, ...ways } = set;
  if (name === undefined) throw new Error(`${CONTACT_SETTINGS.name} is missing: the other settings of the contact need a name`);
  const read = Contact.safeParse({ name: { zh: name, en: nameEn ?? name }, ...ways });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path: [field], message }) => {
    const setting = Object.entries(CONTACT_SETTINGS).find(([key]) => key === field)?.[1];
    return `${setting ?? CONTACT_SETTINGS.name}: ${message}`;
  });
  throw new Error(faults.join('\n'));
}
