// What all tests share: where the book is, which pages it has, and a
// browser that never goes out of this machine.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const { BOOK, CHROMIUM } = process.env;
assert(BOOK && CHROMIUM, 'BOOK and CHROMIUM say where the book and the browser are: crates/book/browser/run sets them');

/** The folder of the built book. */
export const book = BOOK;

/** The widths at which the issue asks for it. */
export const WIDTHS = [1400, 1280, 768, 400];

/** How long one page may take, in milliseconds, on a busy machine. */
export const PATIENCE = 180_000;

// The pages of exercises are built alike: one stands for all of them.
const isOneOfMany = name => name.startsWith('exercises-') && name !== 'exercises-spinner.html';

/** The pages: `name`, as in `en/spinner`, `language`, and their `url`. */
export const pages = ['en', 'zh'].flatMap(language => {
  const names = readdirSync(join(book, language)).filter(name => name.endsWith('.html'));
  const own = ['404.html', 'toc.html', 'print.html'];
  const ours = names.filter(name => !own.includes(name) && !isOneOfMany(name)).sort();
  return ours.map(file => {
    const name = `${language}/${file.slice(0, -'.html'.length)}`;
    return { name, language, url: pathToFileURL(join(book, language, file)).href };
  });
});
assert(pages.length > 0, `no page in ${book}`);

/** The URL of the page `name`, as in `en/spinner`. */
export const url = name => pathToFileURL(join(book, `${name}.html`)).href;

/** Starts a browser before the tests of a file, and ends it behind them; returns what opens a page. */
export function browser() {
  let chrome = null;
  before(async () => {
    chrome = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      timeout: PATIENCE,
    });
  }, { timeout: PATIENCE });
  after(() => chrome?.close(), { timeout: PATIENCE });

  /** Opens `where` in a context of its own, does `what` with it, and closes it. */
  return async (where, settings, what) => {
    const context = await chrome.newContext({ viewport: { width: 1400, height: 900 }, ...settings });
    context.setDefaultTimeout(30_000);
    try {
      const page = await context.newPage();
      if (where) await page.goto(where);
      return await what(page, context);
    } finally {
      await context.close();
    }
  };
}

/** Gives the page a width; its height is that of a desk or of a phone. */
export async function resize(page, width) {
  await page.setViewportSize({ width, height: width < 600 ? 800 : 900 });
  // One frame for the layout, one for what scripts do with it.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Fails with all of `problems`, if there are any: a page is mended at once, not word by word. */
export function none(problems, what) {
  const some = problems.slice(0, 20).join('\n  ');
  assert.equal(problems.length, 0, `${what}: ${problems.length}\n  ${some}`);
}
