// Line N stands beside line N, whatever the width; on a phone the
// halves interleave step by step; nothing is wider than the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, WIDTHS, browser, none, pages, resize } from './support.mjs';

const open = browser();

/** In the page: the boxes of the lines of all pairs. */
const boxes = () => [...document.querySelectorAll('.pair')].map(pair => {
  const half = side => [...pair.querySelectorAll(`.col.${side} .l`)].map(line => {
    const { top, bottom, left, right, height } = line.getBoundingClientRect();
    const step = Number(line.className.match(/\bs(\d+)\b/)[1]);
    return { top, bottom, left, right, height, step, text: line.textContent.trim() };
  });
  return [half('left'), half('right')];
});

/** What is not beside its twin. */
function beside([left, right]) {
  if (left.length !== right.length) return [`${left.length} rows beside ${right.length}`];
  return left.flatMap((line, row) => {
    const twin = right[row];
    const even = Math.abs(line.top - twin.top) < 0.5 && Math.abs(line.bottom - twin.bottom) < 0.5;
    if (even && line.height > 0 && line.right <= twin.left) return [];
    return [`row ${row}, "${line.text}": ${line.top}–${line.bottom} beside ${twin.top}–${twin.bottom}`];
  });
}

/** What is not below what comes before it: each step's left lines, then its right ones. */
function interleaved([left, right]) {
  const steps = [...new Set([...left, ...right].map(line => line.step))].sort((one, other) => one - other);
  const of = (half, step) => half.filter(line => line.step === step && line.height > 0);
  const order = steps.flatMap(step => [...of(left, step), ...of(right, step)]);
  return order.slice(1).flatMap((line, at) => {
    const before = order[at];
    const below = line.top >= before.bottom - 0.5 && Math.abs(line.left - before.left) < 0.5;
    return below ? [] : [`step ${line.step}, "${line.text}" is not below "${before.text}"`];
  });
}

/** In the page: what is wider than it, or sticks out of it, and cannot be scrolled to. */
const wide = () => {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} in ${root.clientWidth}`] : [];
  // mdBook lets all of a page scroll sideways: that is no excuse.
  const isPage = it => !it || it.matches('main, .content, .menu-bar, body');
  const scrolls = it => !isPage(it) && (/auto|scroll/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
  const hidden = it => it.closest('[aria-hidden="true"], .sidebar, .hidden');
  for (const it of document.querySelectorAll('main *, .menu-bar *')) {
    const { right, left, width } = it.getBoundingClientRect();
    if (width === 0 || (right <= root.clientWidth + 1 && left >= -1)) continue;
    if (hidden(it) || scrolls(it.parentElement)) continue;
    found.push(`${it.tagName} .${it.getAttribute('class')} ${left}–${right}: ${it.textContent.slice(0, 40)}`);
  }
  return found;
};

for (const { name, url } of pages) {
  test(`${name}: rows stand beside each other, and nothing is too wide`, { timeout: PATIENCE }, async () => {
    await open(url, {}, async page => {
      for (const width of WIDTHS) {
        await resize(page, width);
        await page.reload();
        for (const [number, pair] of (await page.evaluate(boxes)).entries()) {
          const what = `pair ${number + 1} at ${width} px`;
          assert(pair[0].length > 0, `${what} has lines`);
          none(width < 700 ? interleaved(pair) : beside(pair), what);
        }
        none(await page.evaluate(wide), `too wide at ${width} px`);
      }
    });
  });
}

test('rows stand beside each other while async and .await are hidden', { timeout: PATIENCE }, async () => {
  await open(pages.find(page => page.name === 'en/download-read').url, {}, async page => {
    for (const box of await page.locator('.hide-await').all()) await box.check();
    for (const pair of await page.evaluate(boxes)) none(beside(pair), 'hidden');
  });
});
