import type { Locator } from '@playwright/test';

/** The link to a clause in the line of a page's list of sources that a number at a fact leads to. */
export async function sourceLine(mark: Locator): Promise<Locator> {
  return mark
    .page()
    .locator(`#sources li${await mark.getAttribute('href')}`)
    .getByRole('link');
}
