import { expect, test } from './site.ts';

/** What the accessibility statement says of every page, on those with the most on them. */
const PAGES = [
  '/',
  '/tools/notes/pay_invoice/',
  '/servers/notes/',
  '/search/',
  '/guides/cookbook/',
  '/method/',
];

for (const path of PAGES) {
  test(`${path} does not scroll sideways at 200 % zoom`, async ({ browser, baseURL }) => {
    // A window of 1280 pixels at 200 % has 640 of them, each twice as large.
    const context = await browser.newContext({
      viewport: { width: 640, height: 360 },
      deviceScaleFactor: 2,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await page.goto(path);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await context.close();
  });

  test(`${path} is not cut off when only its text is twice as large`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% !important }');
      document.adoptedStyleSheets = [sheet];
    });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  test(`nothing on ${path} moves for a reader who asks for stillness`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter(
            ({ animationName, transitionDuration }) =>
              animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s'),
          ).length,
    );
    expect(moving).toBe(0);
  });

  test(`${path} is printed without its navigation, on paper, with nothing hidden`, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(path);
    await expect(page.locator('.site-header nav')).toBeHidden();
    await expect(page.locator('.copy').first()).toBeHidden();
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme).toBe('light');
    const cut = await page
      .locator('main pre')
      .evaluateAll(
        (all) => all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length,
      );
    expect(cut).toBe(0);
  });
}

test('marks of risk keep their shape in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/guides/design/');
  const marks = await page.locator('.scale .risk').evaluateAll((all) =>
    all.map((mark) => {
      const { backgroundColor, borderTopWidth, clipPath, borderRadius } = getComputedStyle(mark, '::before');
      const painted = backgroundColor !== 'rgba(0, 0, 0, 0)' || borderTopWidth !== '0px';
      return { painted, shape: `${clipPath} ${borderRadius} ${borderTopWidth}` };
    }),
  );
  expect(marks.every(({ painted }) => painted)).toBe(true);
  expect(new Set(marks.map(({ shape }) => shape)).size).toBe(5);
});

test('every control is large enough to be hit, or stands alone', async ({ page }) => {
  // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels; links within a sentence are exempt.
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of PAGES) {
    await page.goto(path);
    const small = await page.locator('button, input, select, summary').evaluateAll((all) =>
      all
        .filter((control) => control.checkVisibility())
        .map((control) => ({ text: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 24)
        .map(({ text }) => text),
    );
    expect(small, path).toEqual([]);
  }
});
