import { test as base, expect } from '@playwright/test';
import { watchFaults } from './watch-faults';

type Fixtures = {
  /** faults that a test provokes on purpose: `test.use({ allowedFaults: /404/ })` */
  allowedFaults: RegExp | undefined;
  faults: string[];
};

/** Playwright's test, which also fails on any page error, console error or request that leaves the origin. */
export const test = base.extend<Fixtures>({
  allowedFaults: [undefined, { option: true }],
  faults: [
    async ({ context, baseURL, allowedFaults }, use) => {
      const faults = watchFaults(context, new URL(baseURL ?? '').origin);
      await use(faults);
      const unexpected = faults.filter((fault) => !allowedFaults?.test(fault));
      expect(unexpected, 'page errors, console errors and requests that leave the origin').toEqual([]);
    },
    { auto: true }
  ],
  /** Waits until the page's controls answer: before that a click is lost, as it would be for a reader quicker than the network. */
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...args) => {
      const response = await goto(...args);
      if (javaScriptEnabled !== false && response?.ok()) await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      return response;
    };
    await use(page);
  }
});

/** Tags of tests that are about one screen (playwright.config.ts): on the other one they do not even open a window to be skipped in. */
export const DESKTOP = '@desktop';
export const PHONE = '@phone';

/** For costly tests to which language and screen matter apart, not together: Chinese on a phone, English on a desktop. To be called in the tests' group. */
export function oneScreenPerLanguage(english: boolean): void {
  test.skip(({ isMobile }) => isMobile === english, 'one language on a phone, the other on a desktop');
}

/** Why a test is skipped on phones that is about what no screen changes: HTML without scripts, files, paper, keys. */
export const ONE_SCREEN = 'nothing of this depends on the screen';

/** The same for a group of tests, in which it is to be called. */
export function oneScreen(): void {
  test.skip(({ isMobile }) => isMobile, ONE_SCREEN);
}

export { expect };
