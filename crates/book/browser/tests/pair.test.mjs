// What a reader does with a pair: point at a step, hide async and
// .await, copy one half.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, browser, none, url } from './support.mjs';

const open = browser();

/** In the page: of the first pair, the steps whose lines look as if lit, by their half. */
const lit = () => ['left', 'right'].map(side => {
  const lines = [...document.querySelector('.pair').querySelectorAll(`.col.${side} .l`)];
  const grounds = lines.map(line => getComputedStyle(line).backgroundColor);
  const usual = grounds[0];
  const steps = lines.map(line => line.className.match(/\bs(\d+)\b/)[1]);
  return [...new Set(steps.filter((_, at) => grounds[at] !== usual))].join();
});

test('a step lights up on both sides when it is pointed at', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), {}, async page => {
    for (const side of ['left', 'right']) {
      await page.locator(`.pair .col.${side} .l.s2:not(.h)`).first().hover();
      assert.deepEqual(await page.evaluate(lit), ['2', '2'], `pointed at on the ${side}`);
    }
    await page.mouse.move(2, 2);
    assert.deepEqual(await page.evaluate(lit), ['', '']);
  });
});

test('a step lights up on both sides when it has the focus', { timeout: PATIENCE }, async () => {
  await open(url('zh/spinner'), {}, async page => {
    await page.locator('.pair .copy').first().focus();
    for (const step of ['1', '2', '3']) {
      await page.keyboard.press('Tab');
      assert.deepEqual(await page.evaluate(lit), [step, step], `Tab ${step}`);
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(outline, 'none', 'what has the focus can be seen');
    }
  });
});

test('the switch hides async and .await, and shows them again', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), {}, async page => {
    const right = page.locator('.pair .col.right pre').first();
    const words = /\basync fn\b|\.await\b/;
    assert.match(await right.innerText(), words);
    const hide = page.locator('.hide-await').first();
    await hide.focus();
    await page.keyboard.press('Space');
    const hidden = await right.innerText();
    assert.doesNotMatch(hidden, words);
    assert.match(hidden, /^\s*pub fn supervisor\(/m, 'its blank goes with the word');
    await hide.uncheck();
    assert.match(await right.innerText(), words);
  });
});

/** In the page: what each button of a half or a listing copies, what is copied by hand, and the file's page. */
const copies = async () => {
  const found = [];
  for (const button of document.querySelectorAll('.pair .copy, .listing .copy')) {
    const block = button.closest('section, figure');
    button.click();
    const copied = await navigator.clipboard.readText();
    getSelection().selectAllChildren(block.querySelector('pre'));
    found.push({ copied, selected: String(getSelection()), file: block.querySelector('header a').href });
  }
  return found;
};

for (const name of ['en/spinner', 'zh/cancellation', 'en/semaphore']) {
  test(`${name}: what is copied is one half as it is in its file`, { timeout: PATIENCE }, async () => {
    await open(url(name), { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
      await page.bringToFront();
      const found = await page.evaluate(copies);
      assert(found.length > 4);
      for (const { copied, selected, file } of found) {
        assert(copied.trim().length > 0);
        assert.equal(selected.trimEnd(), copied.trimEnd(), 'the same by hand');
        await page.goto(file);
        const lines = (await page.locator('pre').textContent()).split('\n');
        none(copied.split('\n').filter(line => line && !lines.includes(line)), `not in ${file}`);
      }
    });
  });
}
