// An audit of each page by axe, in light and in dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { PATIENCE, browser, none, pages, url } from './support.mjs';

const open = browser();

/** What axe finds that keeps readers out. */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const grave = found.violations.filter(it => ['serious', 'critical'].includes(it.impact));
  return grave.flatMap(({ id, nodes }) => nodes.map(node => {
    const why = [...node.any, ...node.all, ...node.none].map(it => it.message).join('; ');
    return `${id}: ${node.target.join(' ')}: ${why}`;
  }));
}

for (const { name, url } of pages) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name}, ${colorScheme}: axe finds nothing serious`, { timeout: PATIENCE }, async () => {
      await open(url, { colorScheme }, async page => {
        // What is folded is read as well.
        await page.evaluate(() => document.querySelectorAll('details').forEach(it => { it.open = true; }));
        none(await violations(page), 'violations');
      });
    });
  }
}

test('axe finds nothing serious in the presenter view and on a phone', { timeout: PATIENCE }, async () => {
  await open(url('en/spinner'), { viewport: { width: 1280, height: 720 } }, async page => {
    await page.keyboard.press('p');
    none(await violations(page), 'presenter');
    await page.keyboard.press('p');
    await page.setViewportSize({ width: 400, height: 800 });
    none(await violations(page), 'phone');
  });
});

test('light and dark are light and dark, in each theme', { timeout: PATIENCE }, async () => {
  const brightness = () => {
    const [red, green, blue] = getComputedStyle(document.querySelector('.pair .l')).backgroundColor.match(/[\d.]+/g);
    return (Number(red) + Number(green) + Number(blue)) / 3;
  };
  for (const colorScheme of ['light', 'dark']) {
    await open(url('en/spinner'), { colorScheme }, async page => {
      const bright = await page.evaluate(brightness);
      assert.equal(bright > 128, colorScheme === 'light', `${colorScheme}: ${bright}`);
      // Lit lines, too, are to be read.
      await page.evaluate(() => document.querySelectorAll('.pair .l').forEach(it => it.classList.add('lit')));
      for (const theme of ['light', 'rust', 'coal', 'navy', 'ayu']) {
        await page.evaluate(it => document.getElementById(`mdbook-theme-${it}`).click(), theme);
        none(await violations(page), theme);
      }
    });
  }
});
