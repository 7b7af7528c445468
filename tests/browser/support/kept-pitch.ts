import type { Page } from '@playwright/test';

/** A pitch in this browser, as its maker would have left it. */
export async function stored(page: Page, zones: readonly string[], words = ''): Promise<void> {
  await page.addInitScript(
    ([list, rest]) => {
      if (sessionStorage.getItem('seeded')) return;
      sessionStorage.setItem('seeded', '1');
      localStorage.setItem('shortlist', list);
      localStorage.setItem('pitch', rest);
    },
    [JSON.stringify(zones), `z=${zones.join(',')}&${words}`] as const
  );
}
/** Two zones of one layout. */
export const PAIR = ['h24-core-qiantang', 'h24-park-xiaoshan'] as const;
