import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './site.ts';
import { TEMPLATES } from './templates.ts';

for (const colorScheme of ['light', 'dark'] as const)
  for (const [name, path] of Object.entries(TEMPLATES))
    test(`${name} has no accessibility fault (${colorScheme})`, async ({ browser, baseURL }) => {
      // Every element is looked at, and a guide has thousands.
      test.slow();
      const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      await context.close();
    });

test('no text of the catalogue runs as a script', async ({ page }) => {
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  for (const path of [
    '/servers/odd-names/',
    '/servers/odd-schemas/',
    '/tools/odd-names/script-alert-1-script-ee32d3/',
    '/tools/odd-schemas/deep_update/',
    '/tools/odd-schemas/odd_properties_get/',
    '/unscanned/',
  ]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(alerts).toEqual([]);
});

test('a name that cannot be seen is spelt out', async ({ page }) => {
  await page.goto('/servers/odd-names/');
  await expect(page.getByRole('link', { name: 'invoice\\u{202e}fdp.exe' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'zero\\u{200b}width' }).first()).toBeVisible();
});

test('a correction decides, with its reason', async ({ page }) => {
  await page.goto('/tools/odd-names/constructor/');
  await expect(page.getByRole('main')).toContainText('High risk');
  await expect(page.getByRole('main')).toContainText('It starts a program that builds.');
});

test('a copy points to its original', async ({ page }) => {
  await page.goto('/servers/things-copy/');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://fixture.example/servers/things/',
  );
  await expect(page.getByText('A copy of')).toBeVisible();
  await page.goto('/tools/things-copy/drop_things/');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://fixture.example/tools/things/drop_things/',
  );
});

test('the policy is copied with a real click', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/tools/notes/create_note/');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Copied to the clipboard.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(text)).toEqual({
    version: '1',
    default: 'deny',
    tools: {
      create_note: { limits: [{ counter: 'create_note_rate', window: 'minute', max: 30, scope: 'grant' }] },
    },
  });
});

test('the keyboard alone skips to the content, switches the theme and keeps it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/tools/notes/create_note/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.getByRole('button', { name: 'Switch between light and dark' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/servers/notes/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('nothing but the theme’s script is loaded before the page is used', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto('/tools/notes/create_note/', { waitUntil: 'networkidle' });
  expect(scripts).toHaveLength(1);
});

test('headings go down one step at a time, from one first heading', async ({ page }) => {
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0), path).toBeLessThanOrEqual(1);
  }
});

test('no page breaks the content policy, or asks another site for anything', async ({ page, baseURL }) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) faults.push(request.url());
  });
  for (const path of Object.values(TEMPLATES)) {
    const response = await page.goto(path, { waitUntil: 'networkidle' });
    expect(response?.headers()['content-security-policy'], path).toContain("default-src 'none'");
  }
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
  await page.goto('/search/?q=note', { waitUntil: 'networkidle' });
  await expect(page.getByRole('link', { name: 'create_note' })).toBeVisible();
  expect(faults).toEqual([]);
});
