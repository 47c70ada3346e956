// The way from one language to the other, and in.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PATIENCE, book, browser, url } from './support.mjs';

const open = browser();
const entry = pathToFileURL(join(book, 'index.html')).href;

for (const [locale, language] of [['en-GB', 'en'], ['zh-CN', 'zh'], ['zh-TW', 'zh'], ['fr-FR', 'en']]) {
  test(`a reader whose browser speaks ${locale} begins in ${language}`, { timeout: PATIENCE }, async () => {
    await open(entry, { locale }, async page => {
      await page.waitForURL(`**/${language}/index.html`);
      assert.match(await page.locator('html').getAttribute('lang'), new RegExp(`^${language}`));
    });
  });
}

test('the switch keeps the page and the place, and is remembered', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), { locale: 'en-GB' }, async page => {
    await page.locator('#python').scrollIntoViewIfNeeded();
    await page.locator('#python').evaluate(it => it.scrollIntoView());
    await page.locator('a.language').click();
    await page.waitForURL('**/zh/spinner.html#python');
    const { y } = await page.locator('#python').boundingBox();
    assert(y >= 0 && y < 300, `the heading is at ${y}`);
    await page.goto(entry);
    await page.waitForURL('**/zh/index.html');
  });
});
