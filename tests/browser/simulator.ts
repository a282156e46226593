import type { Locator, Page } from '@playwright/test';
import { expect } from './site.ts';

/** What the tests of the simulator do over and over, with real keys and clicks. */

export const simulator = (page: Page): Locator => page.locator('policy-simulator');

/** Waits until everything that was asked is decided. */
export const decided = (page: Page) => expect(simulator(page)).toHaveAttribute('data-state', 'done');

export async function open(page: Page, path = '/simulator/'): Promise<void> {
  await page.goto(path);
  await decided(page);
}

export const rows = (page: Page): Locator => page.locator('call-list .made');
export const row = (page: Page, number: number): Locator => rows(page).nth(number - 1);
export const tally = (page: Page): Locator => page.locator('policy-simulator .tally');
export const said = (page: Page): Locator => page.locator('policy-simulator > [role=status]');
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'The policy', exact: true });

/** Opens the editor and puts a policy in the place of the one that it holds. */
export async function edit(page: Page, policy: string): Promise<void> {
  await editor(page).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(policy);
  await decided(page);
}

/** Reads a text under “Start from …” and opens the first thing that it holds. */
export async function paste(page: Page, text: string, press = 'Open'): Promise<void> {
  await page.getByRole('button', { name: 'Start from …' }).click();
  await page.getByLabel(/^Paste/).fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('.offers').getByRole('button', { name: press }).first().click();
  await decided(page);
}

/** Makes a call with arguments written as JSON. */
export async function call(page: Page, tool: string, args: object): Promise<void> {
  const form = page.locator('.add call-form');
  await form.getByLabel('Tool').fill(tool);
  await form.getByLabel('Tool').press('Tab');
  const json = form.getByRole('button', { name: 'Write the arguments as JSON' });
  if (await json.isVisible()) await json.click();
  await form.getByLabel(/^arguments/).fill(JSON.stringify(args));
  await form.getByRole('button', { name: 'Call', exact: true }).click();
  await decided(page);
}

export const policyOf = (tools: object): string => JSON.stringify({ version: '1', default: 'deny', tools });
