import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Wait until the interactive map has drawn everything and rests. @returns the map's container */
export async function mapIdle(page: Page): Promise<Locator> {
  const map = page.getByTestId('map');
  await expect(map).toHaveAttribute('data-state', 'idle', { timeout: 90_000 });
  return map;
}
