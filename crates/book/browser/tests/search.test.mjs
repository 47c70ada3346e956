// Search finds words in both languages, without a network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, browser, url } from './support.mjs';

const open = browser();

/** Opens the search by keyboard, and types; the last key is for Chinese, which Playwright enters without one. */
async function type(page, words) {
  await page.keyboard.press('/');
  const field = page.locator('#mdbook-searchbar');
  await field.waitFor();
  await field.pressSequentially(words);
  await field.press('End');
}

/** Searches for `words` by keyboard, and returns what is found. */
async function search(page, words) {
  await type(page, words);
  const found = page.locator('#mdbook-searchresults li a');
  await found.first().waitFor();
  return found;
}

for (const [language, words, heading] of [
  ['en', 'semaphore', /Semaphore/],
  ['zh', 'tokio', /./],
  ['zh', '信号量', /信号量/],
  ['zh', '事件循环', /事件循环/],
]) {
  test(`${words} is found in ${language}, and the result leads there`, { timeout: PATIENCE }, async () => {
    await open(url(`${language}/index`), {}, async page => {
      const found = await search(page, words);
      assert.match(await found.first().textContent(), heading);
      const teasers = (await page.locator('#mdbook-searchresults .teaser').allTextContents()).join('').toLowerCase();
      assert(teasers.includes(words), 'they say where the word stands');
      await found.first().click();
      await page.waitForLoadState();
      const main = await page.locator('main').textContent();
      assert(main.toLowerCase().includes(words), `${page.url()} has the word`);
    });
  });
}

test('what is nowhere is not found, and that is said in Chinese', { timeout: PATIENCE }, async () => {
  await open(url('zh/index'), {}, async page => {
    await type(page, '恐龙');
    await page.getByText('没有找到“恐龙”').waitFor();
  });
});
