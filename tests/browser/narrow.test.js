// Nothing scrolls sideways: on 320 pixels, and with letters of twice the size on 640.
import { describe, test } from 'node:test';
import { assertNone } from './browser.js';
import { NARROW, ZOOMED, everyPage } from './visit.js';

async function hold(key, { width }) {
  const { pages } = await everyPage();
  assertNone(pages.flatMap((it) => {
    const { scroll, wide, frames, width: shown } = it[key];
    if (shown !== width) return [`${it.page}: was shown on ${shown} pixels`];
    const scrolls = scroll > width ? [`${scroll} pixels wide: ${wide.slice(0, 5).join(', ')}`] : [];
    return [...scrolls, ...frames].map((fault) => `${it.page}: ${fault}`);
  }));
}

describe('no page scrolls sideways', () => {
  test('on 320 pixels', () => hold('narrow', NARROW));
  test('on 320 pixels with everything unfolded, the large letters of the site included', () => hold('unfolded', NARROW));
  test('on 640 pixels with letters of twice the size', async () => {
    await hold('zoomed', ZOOMED);
    const { pages } = await everyPage();
    // 106.25 % of 32 pixels: the letters did grow.
    assertNone(pages.filter((it) => it.letter !== 34).map((it) => `${it.page}: letters of ${it.letter} pixels`));
  });
});
