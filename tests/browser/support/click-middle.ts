import type { Locator, Page } from '@playwright/test';

/** Click the map at its middle, where `?view=` puts the given point. */
export async function clickMiddle(page: Page, map: Locator): Promise<void> {
  const box = await map.boundingBox();
  if (!box) throw new Error('the map has no size');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
