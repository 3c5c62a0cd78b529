// The words of the glossary can be told apart.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { PAGES } from './sites.js';

describe('the glossary', () => {
  for (const width of [360, 1280]) {
    test(`a name and its other names do not run together on ${width} pixels`, async () => {
      let asked = 0;
      const glossaries = PAGES.filter((page) => page.kind === 'glossary');
      assertNone(await eachPage(glossaries, { javaScriptEnabled: false, viewport: { width, height: 800 } }, async (tab) => {
        const gaps = await tab.evaluate(() => [...document.querySelectorAll('.glossary td[lang] > .par')].map((alias) => {
          const name = document.createRange();
          name.setStart(alias.parentElement, 0);
          name.setEndBefore(alias);
          // Boxes of letters are higher than lines are apart: what counts is how far below the last line this one begins.
          const lines = [...name.getClientRects()];
          const above = Math.max(...lines.map((line) => line.top));
          return { text: alias.textContent, apart: alias.getBoundingClientRect().top - above, line: alias.getBoundingClientRect().height };
        }));
        asked += gaps.length;
        const leading = await tab.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.glossary td')).lineHeight));
        return gaps.filter(({ apart }) => apart < leading + 3).slice(0, 3)
          .map(({ text, apart }) => `«${text}» begins ${apart.toFixed(0)} pixels below the line before it, a line being ${leading}`);
      }));
      if (asked < 20) throw new Error(`only ${asked} other names`);
    });
  }
});
