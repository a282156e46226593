import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';
import { TEMPLATES } from './templates.ts';

/** How far the page can be scrolled sideways, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Ways to read a page large. A window of 1280 pixels at 200 % has 640 of them, each twice as large. */
const LARGE = [
  { name: 'in 320 pixels', width: 320, text: '' },
  { name: 'at 200 % zoom', width: 640, text: '' },
  { name: 'when only its text is twice as large', width: 1280, text: '200%' },
] as const;

test('one page of each template does not scroll sideways, however it is made large', async ({ page }) => {
  test.slow();
  const faults: string[] = [];
  for (const [template, path] of Object.entries(TEMPLATES)) {
    await page.goto(path);
    for (const { name, width, text } of LARGE) {
      await page.setViewportSize({ width, height: 640 });
      await page.evaluate((size) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(size && `html { font-size: ${size} !important }`);
        document.adoptedStyleSheets = [sheet];
      }, text);
      const over = await overhang(page);
      if (over > 0) faults.push(`${template} ${name}: ${over} pixels`);
    }
  }
  expect(faults).toEqual([]);
});

test('nothing moves for a reader who asks for stillness', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [template, path] of Object.entries(TEMPLATES)) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
        })
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect.soft(moving, template).toEqual([]);
  }
});

test('pages are printed without their navigation, on paper, with nothing hidden', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const [template, path] of Object.entries(TEMPLATES)) {
    await page.goto(path);
    const printed = await page.evaluate(() => ({
      navigation: document.querySelector('.site-header nav')?.checkVisibility(),
      copy: [...document.querySelectorAll('.copy')].some((button) => button.checkVisibility()),
      scheme: getComputedStyle(document.documentElement).colorScheme,
      cut: [...document.querySelectorAll('main pre')].filter(
        ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1,
      ).length,
    }));
    expect.soft(printed, template).toEqual({ navigation: false, copy: false, scheme: 'light', cut: 0 });
  }
});

/** Whether each mark has a word, and a shape that is painted in the colour of the text. */
const shapes = (page: Page, marks: string) =>
  page.locator(marks).evaluateAll((all) => {
    const painted = (style: CSSStyleDeclaration) =>
      [style.backgroundColor, style.borderTopWidth === '0px' ? '' : style.borderTopColor].includes(
        getComputedStyle(document.body).color,
      );
    return all.map((mark) => {
      const style = getComputedStyle(mark, '::before');
      const { backgroundColor, backgroundImage, borderTopWidth, clipPath, borderRadius } = style;
      const isEmpty = backgroundColor === 'rgba(0, 0, 0, 0)';
      return {
        seen: mark.textContent?.trim() !== '' && painted(style),
        shape: [isEmpty, backgroundImage, borderTopWidth, clipPath, borderRadius].join(' '),
      };
    });
  });

const MARKS = [
  { path: '/guides/design/', marks: '.scale .risk', shapes: 5 },
  { path: '/attacks/', marks: '.legend .verdict', shapes: 3 },
];
for (const colorScheme of ['light', 'dark'] as const)
  test(`marks keep a word and a shape each in forced colours (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const { path, marks, shapes: count } of MARKS) {
      await page.goto(path);
      const found = await shapes(page, marks);
      expect(found.every(({ seen }) => seen)).toBe(true);
      expect(new Set(found.map(({ shape }) => shape)).size).toBe(count);
    }
  });

test('code blocks and buttons keep their edges in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/', '/tools/notes/pay_invoice/', '/compare/?server=notes&server=things']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const bare = await page.locator('.code-block, .copy, .entry :is(input, button)').evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { borderTopWidth, borderTopColor } = getComputedStyle(element);
          const canvas = getComputedStyle(document.body).backgroundColor;
          return borderTopWidth === '0px' || [canvas, 'rgba(0, 0, 0, 0)'].includes(borderTopColor);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(bare, path).toEqual([]);
  }
});

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('every word of the search is seen in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('/tools/notes/create_note/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('message');
  await expect(dialog.locator('.results mark')).not.toHaveCount(0);
  await expect(dialog.locator('site-search')).toHaveAttribute('data-state', 'done');
  const hidden = await dialog.evaluate((element) => {
    const { backgroundColor } = getComputedStyle(element);
    return [...element.querySelectorAll('mark, a, button, label, p, .risk, .verdict')].filter(
      (each) => each.checkVisibility() && getComputedStyle(each).color === backgroundColor,
    ).length;
  });
  expect(hidden).toBe(0);
  const marks = await shapes(page, '.search-dialog .results :is(.risk, .verdict)');
  expect(marks.every(({ seen }) => seen)).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
});

test('the search has no accessibility fault with its filters open, and where its index is missing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const inBothThemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page), colorScheme).toEqual([]);
    }
  };
  await page.goto('/search/?q=note');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: 'Tools' }).check();
  await expect(page.locator('site-search')).toHaveAttribute('data-state', 'done');
  await inBothThemes();
  await page.route('**/records.bin', (route) => route.abort());
  await page.goto('/search/?q=note');
  await expect(page.locator('site-search')).toHaveAttribute('data-state', 'failed');
  await inBothThemes();
});

test('what the Tab key comes to has a ring', async ({ page }) => {
  const paths = [TEMPLATES.tool, TEMPLATES.server, TEMPLATES['attack with a proof'], TEMPLATES.compare];
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      const { ring, text } = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const ring = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
        return { ring, text: element.outerHTML.slice(0, 80) };
      });
      expect(ring, `${path}: ${text}`).toBeGreaterThanOrEqual(2);
    }
  }
});

test('every control is large enough to be hit, or stands alone', async ({ page }) => {
  // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels; links within a sentence are exempt.
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    const small = await page.locator('button, input, select, summary').evaluateAll((all) =>
      all
        .filter((control) => control.checkVisibility())
        .map((control) => {
          // A press on the label of a box to tick is one on the box.
          const target = (control.matches('[type=checkbox]') && control.closest('label')) || control;
          return { text: control.outerHTML.slice(0, 80), box: target.getBoundingClientRect() };
        })
        .filter(({ box }) => Math.min(box.width, box.height) < 24)
        .map(({ text }) => text),
    );
    expect(small, path).toEqual([]);
  }
});
