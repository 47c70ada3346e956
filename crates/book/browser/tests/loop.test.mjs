// The event loop is stepped by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, browser, url } from './support.mjs';

const open = browser();

for (const language of ['en', 'zh']) {
  test(`the event loop is stepped by keyboard in ${language}`, { timeout: PATIENCE }, async t => {
    await open(url(`${language}/event-loop`), {}, async page => {
      const loop = page.locator('.loop').first();
      if (await loop.count() === 0) return t.skip('no figure .loop on the page');
      await loop.locator('button, [tabindex="0"]').first().focus();
      const seen = new Set([await loop.innerText()]);
      for (let step = 1; step <= 5; step += 1) {
        await page.keyboard.press('ArrowRight');
        seen.add(await loop.innerText());
        assert.equal(seen.size, step + 1, `ArrowRight ${step} shows something new`);
      }
      await page.keyboard.press('ArrowLeft');
      const back = await loop.innerText();
      assert(seen.has(back), 'ArrowLeft shows what was there before');
      assert.match(page.url(), /event-loop\.html$/, 'the arrows turn no page');
    });
  });
}
