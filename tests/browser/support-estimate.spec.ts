import { accessibilityFaults } from './support/axe';
import { sourceLine } from './support/source-line';
import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

const languages = [
  {
    path: '/support/',
    example: /合成生物企业/,
    device: /药械企业，2024年/,
    group: '厂房与设备投资',
    plant: '新建项目的实际固定资产投资',
    none: /已知现行的文件没有印出金额，能申领多少算不出来/,
    total: '最高 7,200 万元',
    historic: '历史参考，不可申领',
    then: '当时有效的规定，现不可申领',
    unproved: '是否有效未证',
    later: '最高 2,000 万元',
    pairs: '同一项支持，前后两份文件',
    on: '项目日期',
    capHit: '单个品种上限 1,200 万元：已触顶，按 1,200 万元 计',
    rate: /单个药品的研发投入 5,000 万元 × 40%（不超过）= 2,000 万元/,
    clause: '（五）',
    closing: '附则',
    working: '复制算法',
    done: '已复制',
    judged: '经评审通过',
    lead: '市科技局',
    below: /低于门槛 2 亿元/,
    wrong: '请填数字',
    large: '最多 10,000,000 万元',
    typed: { below: '19,999.99', wide: '３０000', plant: '30000' },
    exclusive: /按本站理解，.*只计较高的一项/,
    refused: /spending|研发投入/,
    open: /截至2025年6月1日，按杭州若干意见（2021）：最高 7,200 万元/,
    back: '施行前可参照的时段，不可据以申领',
    draftBox: '也看征求意见稿提出的支持',
    draftStanding: '仅为征求意见稿的提议，不是正式印发的文本，不可申领',
    premium: /首台套医疗设备的保险费用/,
    other: '其他',
    copy: '复制链接',
    copied: '链接已复制'
  },
  {
    path: '/en/support/',
    example: /A synthetic biology company/,
    device: /A drug and device maker, 2024/,
    group: 'Plant and equipment',
    plant: 'Actual fixed-asset investment in a new project',
    none: /no document known to be in force prints an amount, so what can be claimed cannot be worked out/,
    total: 'up to ¥72 million',
    historic: 'Historical, for reference; not claimable',
    then: 'Rules then in force; not claimable now',
    unproved: 'Not confirmed to be in force',
    later: 'up to ¥20 million',
    pairs: 'The same support in two documents',
    on: 'Project date',
    capHit: 'Cap per product ¥12 million: reached, so ¥12 million',
    rate: /R&D spending per drug ¥50 million × 40% \(at most\) = ¥20 million/,
    clause: '(5)',
    closing: 'Closing provisions',
    working: 'Copy the working',
    done: 'Copied',
    judged: 'Passes expert review',
    lead: 'Hangzhou Bureau of Science and Technology',
    below: /below the threshold of ¥200 million/,
    wrong: 'Enter a number',
    large: 'At most ¥100 billion',
    typed: { below: '199.9999', wide: '３00', plant: '300' },
    exclusive: /Our reading: .*only the higher counts/,
    refused: /R&D spending/,
    open: /As of 1 June 2025: up to ¥72 million under Hangzhou Opinions \(2021\)/,
    back: 'Before the start date, “may be treated likewise”; not claimable',
    draftBox: 'Also show what the draft for comment proposed',
    draftStanding: 'Proposed in a draft, not the text as issued; not claimable',
    premium: /Cost of insuring/,
    other: 'Other',
    copy: 'Copy link',
    copied: 'Link copied'
  }
] as const;
const SYNBIO = '?for=rd,investment&drug-class=class-1&trial-phase=phase-2&rd-spending=5000&fixed-assets=30000';

for (const words of languages) {
  test.describe(words.path, () => {
    oneScreenPerLanguage(words.path.startsWith('/en/'));

    test('the example of the issue: nothing to claim today, the historic ceiling beside it, each clause with its working', async ({ page, context }) => {
      await page.goto(words.path);
      await expect(page.locator('.headline')).toContainText(words.none);
      await page.getByRole('button', { name: words.example }).click();
      await expect(page).toHaveURL(new RegExp(`${words.path}\\${SYNBIO}$`));
      const headline = page.locator('.headline');
      await expect(headline.locator('.claim')).toHaveText(words.none);
      await expect(headline.locator('.claim')).not.toContainText(/72|7,200/);
      const sums = headline.getByRole('listitem');
      await expect(sums.filter({ hasText: words.historic })).toContainText(words.total);
      await expect(sums.filter({ hasText: words.unproved })).toContainText(words.later);
      // the same drug under both documents, side by side
      const pairs = page.getByRole('region', { name: words.pairs });
      await expect(pairs.locator('.standing')).toHaveText([words.unproved, words.historic]);
      const drug = page.locator('article[aria-labelledby="result-h21-class-1-drug"]');
      await expect(drug).toContainText(words.rate);
      await expect(drug.locator('.hit')).toHaveText(words.capHit);
      await expect(drug).toContainText(words.judged);
      await expect(drug).toContainText(words.lead);
      await expect(drug.locator('.standing')).toHaveText(words.historic);
      await expect(drug.locator('.citations a:not(.note)')).toHaveAttribute('href', /documents\/hz-2021-39\/#c-五/);
      // step by step, each with its clause; what is copied is the same
      await expect(drug.locator('ol li a.clause')).toHaveText([words.clause, words.clause, words.clause, words.closing]);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await drug.getByRole('button', { name: words.working }).click();
      await expect(drug.getByRole('status')).toHaveText(words.done);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`2. ${words.capHit} [${words.clause}]`);
      // every sum on the page says what it is worth
      await expect(page.locator('.result .standing').filter({ hasNotText: new RegExp(`${words.historic}|${words.unproved}`) })).toHaveCount(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    test('a project is entered by hand: a threshold, then a sum; what is wrong stays in its field', async ({ page }) => {
      await page.goto(words.path);
      await page.getByRole('checkbox', { name: words.group }).check();
      const plant = page.getByLabel(words.plant);
      await plant.fill(words.typed.below);
      await expect(page.locator('.result')).toContainText(words.below);
      await plant.fill(words.typed.wide);
      await expect(page.locator('.result article')).toHaveCount(1);
      await expect(page).toHaveURL(/fixed-assets=30000$/);
      await plant.fill('3亿');
      await expect(page.getByRole('alert')).toContainText(words.wrong);
      await expect(plant).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('.result article')).toHaveCount(0);
      await expect(page).toHaveURL(/for=investment$/);
      await expect(plant).toHaveValue('3亿');
      // another answer does not lose it
      await page.getByLabel(words.on, { exact: true }).fill('2024-06-30');
      await expect(page).toHaveURL(/on=2024-06-30/);
      await expect(plant).toHaveValue('3亿');
      await plant.fill('99999999');
      await expect(page.getByRole('alert')).toContainText(words.large);
      await plant.fill(words.typed.plant);
      await expect(page.locator('.result article .standing')).toHaveText(words.then);
      await page.goBack();
      await expect(page.getByLabel(words.on, { exact: true })).toHaveValue('');
    });

    test('of awards that exclude each other one counts; sums say that the rules have ended', async ({ page }) => {
      await page.goto(words.path);
      await page.getByRole('button', { name: words.device }).click();
      await expect(page.locator('.held')).toHaveCount(1);
      await expect(page.locator('.held')).toContainText(words.exclusive);
      await expect(page.locator('.headline')).toContainText(words.none);
      await expect(page.locator('.headline li').filter({ hasText: words.then })).toHaveCount(1);
      await expect(page.locator('.headline li').filter({ hasText: words.unproved })).toHaveCount(1);
    });

    test('only on a day in force is a sum shown as open; before the start it is not', async ({ page }) => {
      await page.goto(`${words.path}${SYNBIO}&day=2025-06-01`);
      await expect(page.locator('.headline .claim')).toHaveText(words.open);
      await page.goto(`${words.path}${SYNBIO}&day=2026-01-01`);
      await expect(page.locator('.headline .claim')).toHaveText(words.none);
      await page.goto(`${words.path}${SYNBIO}&on=2021-05-01`);
      await expect(page.locator('.headline .claim')).toHaveText(words.none);
      await expect(page.locator('.headline li')).toContainText(words.back);
    });

    test('the draft is shown only when asked for, and as a proposal', async ({ page }) => {
      await page.goto(`${words.path}?for=other&first-set-premium=100`);
      await expect(page.getByLabel(words.premium)).toHaveCount(0);
      await page.getByRole('checkbox', { name: words.draftBox }).check();
      await expect(page).toHaveURL(/draft=yes/);
      await expect(page.getByLabel(words.premium)).toHaveValue(words.path.startsWith('/en/') ? '1' : '100');
      await expect(page.locator('.headline li')).toContainText(words.draftStanding);
    });

    test('a damaged link keeps what it can and names the rest; the link can be copied', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${words.path}?for=investment,nonsense&fixed-assets=30000&rd-spending=lots&on=2025-02-30`);
      await expect(page.locator('.notice')).toContainText(words.refused);
      await expect(page.locator('.notice')).toContainText('nonsense');
      await expect(page.locator('.notice')).toContainText('2025-02-30');
      await expect(page.locator('.result article')).toHaveCount(1);
      await page.getByRole('button', { name: words.copy }).click();
      await expect(page.getByText(words.copied)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    });

    test('nothing sticks out at 320 pixels; on paper the form is gone and the answers stay', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(`${words.path}${SYNBIO}&draft=yes`);
      await expect(page.locator('.result article')).toHaveCount(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.desk .form')).toBeHidden();
      await expect(page.locator('.entered')).toBeVisible();
      await expect(page.locator('.headline')).toBeVisible();
      await expect(page.locator('#rules')).toBeHidden();
    });
  });
}

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('every rule with rate, cap, clause and status is in the page, and nothing looks claimable', async ({ page }) => {
    await page.goto('/support/');
    await expect(page.locator('tbody[id^="h21-"]')).toHaveCount(13);
    // capital for a fund is told apart
    await expect(page.locator('tbody#h21-fund-match')).toHaveCount(0);
    await expect(page.locator('li#h21-fund-match')).toHaveCount(1);
    await expect(page.locator('tbody[id^="zl-"]')).toHaveCount(7);
    await expect(page.locator('tbody[id^="h22-"]')).toHaveCount(4);
    const drug = page.locator('#h21-class-1-drug');
    await expect(drug).toContainText('单个品种最高 3,000 万元');
    await expect(drug).toContainText('研发投入的 40% 以内');
    // a number that leads to its line in the list, which names the clause and leads to it, and says that it has expired
    await expect(await sourceLine(drug.locator('.citations a').first())).toHaveAttribute('href', /documents\/hz-2021-39\/#c-/);
    await expect(page.locator('#sources')).toContainText('（五）');
    await expect(page.locator('#sources')).toContainText('已失效');
    await expect(page.locator('.headline')).toContainText('能申领多少算不出来');
    await expect(page.getByRole('button', { name: /合成生物企业/ })).toBeDisabled();
    await expect(page.locator('.off')).toBeVisible();
  });
});

for (const [path, standing] of [
  ['/support/', /现在是否有效未能查证/],
  ['/en/support/', /Whether it is in force today is not confirmed/]
] as const) {
  test(`${path} tells of the city’s later document, with links that ask nothing before a click`, async ({ page }) => {
    await page.goto(path);
    const notice = page.locator('.later').filter({ hasText: '杭政办函〔2022〕59号' });
    await expect(notice).toHaveCount(1);
    await expect(notice).toContainText('杭政办函〔2022〕59号');
    await expect(notice).toContainText(standing);
    await expect(notice.locator('a[href^="http://jxj.hangzhou.gov.cn/"]')).toHaveCount(2);
    // beside the estimate that rests on the earlier one, too
    await page.goto(`${path}?for=rd`);
    await expect(page.locator('#part-hz-2021-39').locator('xpath=ancestor::section[1]')).toContainText('杭政办函〔2022〕59号');
  });
}
