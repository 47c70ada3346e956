// The presenter view: one step at a time on a projector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, browser, none, pages, url } from './support.mjs';

const open = browser();
const PROJECTOR = { viewport: { width: 1280, height: 720 } };
const SMALLEST = 18;

/** In the page: what of the step that is shown cannot be seen, and which lines can. */
const shown = smallest => {
  const pair = document.querySelector('.pair.presented');
  const stage = pair.querySelector('.stage');
  const [floor, wall] = [innerHeight, innerWidth];
  const cut = [];
  const inside = (it, box) => {
    const { top, bottom, left, right } = it.getBoundingClientRect();
    if (top < box.top - 1 || bottom > box.bottom + 1 || left < box.left - 1 || right > box.right + 1) {
      cut.push(`${it.className} ${top}–${bottom} × ${left}–${right}: ${it.textContent.trim().slice(0, 60)}`);
    }
  };
  const screen = { top: 0, bottom: floor, left: 0, right: wall };
  inside(stage, screen);
  inside(pair.querySelector('.said'), screen);
  inside(pair.querySelector('.place'), screen);
  const lines = [...stage.querySelectorAll('.l.on')];
  for (const line of lines) {
    inside(line, stage.getBoundingClientRect());
    const size = parseFloat(getComputedStyle(line).fontSize);
    if (size < smallest) cut.push(`${size} px: ${line.textContent}`);
    const words = document.createRange();
    words.selectNodeContents(line);
    if (words.getClientRects().length) inside(line, { ...screen, right: line.closest('.col').getBoundingClientRect().right });
  }
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = stage;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight) {
    cut.push(`the stage: ${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`);
  }
  const all = [...pair.querySelectorAll('.l:not(.h)')];
  const place = pair.querySelector('.place').textContent;
  return { place, cut, on: lines.map(line => all.indexOf(line)), said: pair.querySelector('.said').textContent };
};

/** In the page: the lines of the presented pair that say something. */
const wanted = () => {
  const all = [...document.querySelectorAll('.pair.presented .l:not(.h)')];
  return all.flatMap((line, at) => (line.textContent.trim() ? [at] : []));
};

for (const { name, url } of pages) {
  test(`${name}: each step fits the projector`, { timeout: PATIENCE }, async t => {
    await open(url, PROJECTOR, async page => {
      const pairs = await page.locator('.pair').count();
      if (pairs === 0) return t.skip('no pair on this page');
      await page.keyboard.press('p');
      for (let pair = 0; pair < pairs; pair += 1) {
        const seen = new Set();
        for (let last = null; ;) {
          const { place, cut, on, said } = await page.evaluate(shown, SMALLEST);
          none(cut, `pair ${pair + 1}, ${place}: cut off or too small`);
          assert(on.length > 0, `${place} shows lines`);
          assert(said || place.startsWith('0 '), `${place} has its caption`);
          on.forEach(line => seen.add(line));
          if (place === last) break;
          last = place;
          await page.keyboard.press('ArrowRight');
        }
        none((await page.evaluate(wanted)).filter(line => !seen.has(line)), `pair ${pair + 1}: lines never shown`);
        await page.keyboard.press('n');
      }
    });
  });
}

test('its keys open it, go forth and back, and leave it', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), PROJECTOR, async page => {
    const press = key => page.keyboard.press(key);
    const place = () => page.locator('.presented .place').textContent();
    const number = () => page.evaluate(() => [...document.querySelectorAll('.pair')].findIndex(it => it.matches('.presented')));
    const markup = () => page.locator('.pair').first().evaluate(it => it.outerHTML.replace(/>\s+</g, '><'));
    const before = await markup();
    await press('p');
    assert.equal(await number(), 0);
    const first = await place();
    await press('ArrowRight');
    const second = await place();
    assert.notEqual(second, first);
    for (const [there, back] of [['ArrowLeft', 'ArrowRight'], ['PageUp', 'PageDown'], ['ArrowUp', 'Space']]) {
      await press(there);
      assert.equal(await place(), first, there);
      await press(back);
      assert.equal(await place(), second, back);
    }
    await press('n');
    assert.equal(await number(), 1);
    await press('b');
    assert.equal(await number(), 0);
    assert.equal(page.url(), url('en/spinner'), 'the arrows turn no page');
    assert.equal(await page.locator('#mdbook-sidebar').isVisible(), false);
    await press('Escape');
    assert.equal(await page.locator('.presented').count(), 0);
    assert(await markup() === before, 'all is as it was');
    await press('p');
    await press('p');
    assert.equal(await page.locator('.presented').count(), 0);
    await page.locator('button.present').nth(1).click();
    assert.equal(await number(), 1);
  });
});

test('the search field takes a p as a letter', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), PROJECTOR, async page => {
    await page.keyboard.press('s');
    await page.locator('#mdbook-searchbar').pressSequentially('permit');
    assert.equal(await page.locator('.presented').count(), 0);
  });
});
