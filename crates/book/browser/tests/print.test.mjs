// A4 paper: two columns, whole lines, and what is folded on the
// screen is printed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATIENCE, browser, none, pages, resize } from './support.mjs';

const open = browser();

/** The width of the text on A4, in CSS pixels: 210 mm less twice 12 mm. */
const PAPER = Math.floor((186 / 25.4) * 96);

/** In the page: what paper would cut, and what is not beside its twin. */
const cut = () => {
  const root = document.documentElement;
  const found = [];
  const text = it => it.textContent.trim().slice(0, 60);
  for (const it of document.querySelectorAll('main *')) {
    const { left, right, width } = it.getBoundingClientRect();
    // The blank at which a line of code is broken may hang over its end.
    const blank = it.closest('.l') ? 7 : 1;
    if (width > 0 && (right > root.clientWidth + blank || left < -1)) found.push(`${it.tagName} ${left}–${right}: ${text(it)}`);
    const { overflowX } = getComputedStyle(it);
    if (overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1) {
      found.push(`${it.tagName} holds ${it.scrollWidth} in ${it.clientWidth}: ${text(it)}`);
    }
  }
  for (const pair of document.querySelectorAll('.pair')) {
    const [left, right] = ['left', 'right'].map(side => [...pair.querySelectorAll(`.col.${side} .l`)]);
    left.forEach((line, row) => {
      const [one, other] = [line, right[row]].map(it => it.getBoundingClientRect());
      if (Math.abs(one.top - other.top) > 0.5 || one.right > other.left) found.push(`not beside its twin: ${text(line)}`);
    });
  }
  for (const it of document.querySelectorAll('details > :not(summary)')) {
    if (!it.checkVisibility({ contentVisibilityAuto: true }) || it.getBoundingClientRect().height === 0) found.push(`folded: ${text(it)}`);
  }
  return found;
};

for (const { name, url } of pages) {
  test(`${name}: prints on A4, and nothing is cut`, { timeout: PATIENCE }, async () => {
    await open(url, {}, async page => {
      await page.emulateMedia({ media: 'print' });
      await resize(page, PAPER);
      none(await page.evaluate(cut), 'cut');
      const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
    });
  });
}
