import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact, parseContact } from '#lib/schema/contact';

/* The office's own contact: settings are typed by people, and end up in every page. */
const office = { PUBLIC_CONTACT_NAME: '某局招商处', PUBLIC_CONTACT_TELEPHONE: '0571-8888 0000 转 12' };

describe('the contact of a build', () => {
  it('is none where nothing is set, or only blanks', () => {
    expect(parseContact({})).toBeUndefined();
    expect(parseContact({ PUBLIC_CONTACT_NAME: ' ', PUBLIC_CONTACT_EMAIL: '', PUBLIC_SITE_URL: 'https://example.org' })).toBeUndefined();
  });

  it('has one name for both languages where only one is given', () => {
    expect(parseContact(office)).toEqual({ name: { zh: '某局招商处', en: '某局招商处' }, telephone: '0571-8888 0000 转 12' });
    expect(parseContact({ ...office, PUBLIC_CONTACT_NAME_EN: 'An office' })?.name.en).toBe('An office');
  });

  it.each([
    ['an e-mail address', { PUBLIC_CONTACT_EMAIL: 'office@example.org' }, { email: 'office@example.org' }],
    ['a picture of this site', { PUBLIC_CONTACT_WECHAT: '/contact/wechat.png' }, { wechat: '/contact/wechat.png' }]
  ])('takes %s', (_, given, read) => {
    expect(parseContact({ PUBLIC_CONTACT_NAME: '某局', ...given })).toMatchObject(read);
  });

  it.each([
    ['ways without a name', { PUBLIC_CONTACT_EMAIL: 'office@example.org' }, /PUBLIC_CONTACT_NAME is missing/],
    ['a name without a way', { PUBLIC_CONTACT_NAME: '某局' }, /PUBLIC_CONTACT_NAME: give a telephone number/],
    ['an e-mail address with a header in it', { ...office, PUBLIC_CONTACT_EMAIL: 'a@example.org?bcc=b@example.org' }, /PUBLIC_CONTACT_EMAIL: /],
    ['a telephone number that is none', { ...office, PUBLIC_CONTACT_TELEPHONE: 'call me' }, /PUBLIC_CONTACT_TELEPHONE: /],
    ['a picture elsewhere', { ...office, PUBLIC_CONTACT_WECHAT: 'https://example.org/qr.png' }, /PUBLIC_CONTACT_WECHAT: /],
    ['a picture of another host', { ...office, PUBLIC_CONTACT_WECHAT: '//example.org/qr.png' }, /PUBLIC_CONTACT_WECHAT: /],
    ['a picture above the site', { ...office, PUBLIC_CONTACT_WECHAT: '/../qr.png' }, /PUBLIC_CONTACT_WECHAT: /],
    ['no picture', { ...office, PUBLIC_CONTACT_WECHAT: '/contact/wechat.html' }, /PUBLIC_CONTACT_WECHAT: /]
  ])('stops the build on %s, and names the setting', (_, given, message) => {
    expect(() => parseContact(given)).toThrow(message);
  });

  it('is whole or refused, whatever is set', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('a@b.cn', '/a.png', '123', '某局', 'javascript:alert(1)', '__proto__'));
    const settings = fc.record(
      { PUBLIC_CONTACT_NAME: text, PUBLIC_CONTACT_NAME_EN: text, PUBLIC_CONTACT_TELEPHONE: text, PUBLIC_CONTACT_EMAIL: text, PUBLIC_CONTACT_WECHAT: text },
      { requiredKeys: [] }
    );
    fc.assert(
      fc.property(settings, (given) => {
        let read: ReturnType<typeof parseContact>;
        try {
          read = parseContact(given);
        } catch (error) {
          expect(String(error)).toContain('PUBLIC_CONTACT_');
          return;
        }
        if (read === undefined) return;
        expect(Contact.parse(read)).toEqual(read);
        expect(read.wechat ?? '/').toMatch(/^\/(?!\/)/);
      })
    );
  });
});
