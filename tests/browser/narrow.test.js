// Nothing scrolls sideways: on 320 pixels, and with letters of twice the size on 640.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { SAMPLES, opensFromDisk } from './sites.js';
import { NARROW, everyPage, readWidth } from './visit.js';

// What is wrong with a page that was shown on so many pixels.
function faultsOf({ scroll, wide, frames, width }, { width: due }) {
  if (width !== due) return [`was shown on ${width} pixels`];
  const scrolls = scroll > width ? [`${scroll} pixels wide: ${wide.slice(0, 5).join(', ')}`] : [];
  return [...scrolls, ...frames];
}

async function hold(key) {
  const { pages } = await everyPage();
  assertNone(pages.flatMap((it) => faultsOf(it[key], NARROW).map((fault) => `${it.page}: ${fault}`)));
}

describe('no page scrolls sideways', () => {
  test('on 320 pixels', () => hold('narrow'));

  test('on 320 pixels with everything unfolded, the large letters of the site included', () => hold('unfolded'));

  test('on 640 pixels with letters of twice the size', async () => {
    const viewport = { width: 640, height: 640 };
    const pages = SAMPLES.filter(opensFromDisk);
    assertNone(await eachPage(pages, { javaScriptEnabled: false, viewport }, async (tab) => {
      const session = await tab.context().newCDPSession(tab);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 32 } });
      const letters = await tab.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
      const width = await tab.evaluate(readWidth);
      // The style asks for 106.25 % of what the reader has set.
      return letters === 34 ? faultsOf(width, viewport) : [`letters of ${letters} pixels`];
    }));
  });
});
