import { ONE_SCREEN, expect, test } from './support/test';

/* The fixture itself: each kind of fault is noticed. */
test.use({ allowedFaults: /made-up|example\.invalid|ERR_/ });

const cases = [
  ['an uncaught error', 'setTimeout(() => { throw new Error("made-up error") })', /^page error: .*made-up error/],
  ['an error on the console', 'console.error("made-up complaint")', /^console error: made-up complaint/],
  ['a request to another host', 'fetch("https://example.invalid/tile").catch(() => undefined)', /^request to another host: https:\/\/example\.invalid\/tile/]
] as const;

for (const [name, script, fault] of cases) {
  test(`a test fails on ${name}`, async ({ page, faults, isMobile }) => {
    test.skip(isMobile, ONE_SCREEN);
    await page.setContent(`<p>page</p><script>${script}</script>`);
    await expect.poll(() => faults.some((text) => fault.test(text))).toBe(true);
  });
}
