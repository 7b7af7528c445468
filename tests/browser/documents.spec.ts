import { expect, test } from './support/test';

/* Documents: what is known of others, and what was read out of each clause. */
for (const words of [
  { at: './', none: '本条未取用任何内容。', clause: '二（一）¶2', seen: '未能查证' },
  { at: './en/', none: 'Nothing was taken from this clause.', clause: 'II (1), para. 2', seen: 'not confirmed' }
] as const) {
  test(`${words.at}documents/ tells of documents that are not held, and asks nothing of their pages`, async ({ page }) => {
    const outside: string[] = [];
    page.on('request', (request) => {
      if (/gov\.cn|zju\.edu\.cn/.test(request.url())) outside.push(request.url());
    });
    await page.goto(`${words.at}documents/`);
    const later = page.locator('#known-hz-2022-59');
    await expect(later).toContainText('杭政办函〔2022〕59号');
    await expect(later).toContainText(words.seen);
    await expect(later.locator('a[href*="#:~:text="]')).toHaveAttribute('rel', 'noreferrer external');
    await expect(page.locator('#known-hz-2021-39').locator('a[href$="/documents/hz-2021-39/"]')).toBeVisible();
    expect(outside).toEqual([]);
  });

  test(`${words.at}a clause has what was read out of it, or says that nothing was`, async ({ page }) => {
    await page.goto(`${words.at}documents/hz-2024-2026/`);
    const clause = page.locator('li').filter({ has: page.getByRole('heading', { level: 3, name: words.clause }) });
    await clause.locator('summary').first().click();
    await clause.locator('a[href$="/sectors/synbio/"]').first().click();
    await expect(page).toHaveURL(/\/sectors\/synbio\//);
    await page.goto(`${words.at}documents/zj-life-health-draft/`);
    await expect(page.getByText(words.none).first()).toBeVisible();
  });
}
