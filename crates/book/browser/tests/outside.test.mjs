// Nothing is asked of the network, no script stumbles, and no page
// is heavy.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PATIENCE, browser, none, pages, url } from './support.mjs';

const open = browser();

/** The most that a page may weigh, in bytes, without mdBook's fonts and its highlighter with its styles. */
const HEAVIEST = 300_000;
const uncounted = /\/fonts\/|\/(highlight\.js|(ayu-)?highlight\.css|tomorrow-night\.css)$/;
const weights = [];

/** Goes through a page as a reader would, and returns what it asked for and what went wrong. */
async function read(where) {
  const asked = new Set();
  const wrong = [];
  await open(null, { locale: 'en-GB' }, async (page, context) => {
    await context.route(/^(?!file:|data:)/, route => route.abort());
    page.on('request', request => asked.add(request.url()));
    page.on('requestfailed', request => wrong.push(`failed: ${request.url()}`));
    page.on('pageerror', error => wrong.push(`error: ${error.message}`));
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) wrong.push(`${message.type()}: ${message.text()}`);
    });
    await page.goto(where);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
  });
  return { asked: [...asked], wrong };
}

for (const { name, url } of pages) {
  test(`${name}: asks only for files of the book, without an error, and is light`, { timeout: PATIENCE }, async () => {
    const { asked, wrong } = await read(url);
    none(asked.filter(it => !/^(file|data):/.test(it)), 'asked of the network');
    none(wrong, 'what went wrong');
    const files = asked.filter(it => it.startsWith('file:') && !uncounted.test(it));
    const sizes = files.map(it => [statSync(fileURLToPath(it.split(/[?#]/)[0])).size, it.split('/').pop()]);
    const weight = sizes.reduce((sum, [size]) => sum + size, 0);
    weights.push([weight, name]);
    const heaviest = sizes.sort(([one], [other]) => other - one).map(it => it.join(' ')).join(', ');
    assert(weight < HEAVIEST, `${weight} bytes: ${heaviest}`);
  });
}

test('a search asks only for files of the book', { timeout: PATIENCE }, async () => {
  const { asked, wrong } = await read(`${url('zh/spinner')}?search=线程`);
  none(asked.filter(it => !/^(file|data):/.test(it)), 'asked of the network');
  none(wrong, 'what went wrong');
});

after(() => {
  const [weight, name] = weights.sort(([one], [other]) => other - one)[0] ?? [0, 'none'];
  console.log(`# the heaviest page: ${name}, ${Math.round(weight / 1000)} KB`);
});
