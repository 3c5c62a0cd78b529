// Colours that the system forces: words stay legible, edges stay, the focus shows.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { CONTRAST } from './contrast.js';
import { SAMPLES, opensFromDisk } from './sites.js';

// Words that cannot be told from what is behind them. Runs in the page.
function illegible() {
  const faults = [];
  const asked = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || asked.has(element) || !element.checkVisibility()) continue;
    asked.add(element);
    const { color } = getComputedStyle(element);
    const ratio = contrast.between(color, contrast.behind(element));
    if (ratio < 4.5) faults.push(`${ratio.toFixed(1)} on ${element.localName}.${element.className} «${node.data.trim().slice(0, 30)}»`);
  }
  return { asked: asked.size, faults: faults.slice(0, 3) };
}

// What has an edge or a line that carries meaning, by its style. Runs in the page.
function edgeless() {
  const EDGES = [
    ['.status', 'left', 4],
    ['.state-repealed .state', 'top', 2],
    ['.enter', 'top', 2],
    ['.steps tbody tr', 'row', 1],
    ['.printed :is(th, td)', 'top', 1],
    ['.translation', 'left', 3],
    ['.head', 'bottom', 2],
  ];
  const faults = [];
  let asked = 0;
  const edge = (element, side) => {
    const style = getComputedStyle(element);
    const width = style.getPropertyValue(`border-${side}-style`) === 'none' ? 0 : parseFloat(style.getPropertyValue(`border-${side}-width`));
    const shows = contrast.between(style.getPropertyValue(`border-${side}-color`), contrast.behind(element)) >= 3;
    return shows ? width : 0;
  };
  for (const [selector, side, least] of EDGES) {
    for (const element of document.querySelectorAll(selector)) {
      if (!element.checkVisibility()) continue;
      asked += 1;
      // A row has its line below its cells, or as a card above itself.
      const width = side === 'row' ? Math.max(edge(element, 'top'), edge(element.cells[0], 'bottom')) : edge(element, side);
      if (width < least) { faults.push(`${selector} has no line`); break; }
    }
  }
  // Where all of a text is gone or new a word says so, and no line.
  const WHOLE = '.change:is(.k-removed, .k-added, .gone, .came)';
  for (const [selector, line] of [['ins', 'underline'], ['del', 'line-through'], ['.sic', 'underline']]) {
    const element = [...document.querySelectorAll(selector)].find((element) => !element.closest(WHOLE));
    if (element && !getComputedStyle(element).textDecorationLine.includes(line)) faults.push(`${selector} has lost its line`);
  }
  for (const element of document.querySelectorAll(WHOLE)) {
    const said = element.querySelector('.became strong');
    if (element.checkVisibility() && !said?.checkVisibility()) { faults.push('a text that is gone or new does not say so'); break; }
  }
  return { asked, faults };
}

const pages = SAMPLES.filter(opensFromDisk);

describe('in forced colours', () => {
  for (const colorScheme of ['light', 'dark']) {
    // Which colours are forced is the system's choice: one of each kind tells that both of its sets will do.
    const shown = colorScheme === 'light' ? pages : pages.filter((page) => page.site.name === 'golden');
    test(`words, edges and the focus show: ${colorScheme}`, async () => {
      const options = { forcedColors: 'active', colorScheme, viewport: { width: 1280, height: 800 } };
      assertNone(await eachPage(shown, options, async (tab) => {
        await tab.evaluate(CONTRAST);
        if (!(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches))) return ['colours are not forced'];
        const words = await tab.evaluate(illegible);
        const edges = await tab.evaluate(edgeless);
        await tab.keyboard.press('Tab');
        const focus = await tab.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          const shows = contrast.between(style.outlineColor, contrast.behind(document.activeElement.parentElement)) >= 3;
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && shows;
        });
        return [
          ...words.faults,
          ...edges.faults,
          words.asked < 3 && 'next to no words were looked at',
          edges.asked < 1 && 'no edge was looked at',
          !focus && 'the focus does not show',
        ].filter(Boolean);
      }));
    });
  }

  test('the point of an address has an edge', async () => {
    const regulations = pages.filter((page) => page.kind === 'regulation');
    const at = (page) => `${page.url}#${page.html.match(/<div class="point[^"]*" id="([^"]+)"|id="(p\d+)"/).slice(1).find(Boolean)}`;
    assertNone(await eachPage(regulations, { forcedColors: 'active', at }, async (tab) => {
      const width = await tab.evaluate(() => {
        const style = getComputedStyle(document.querySelector(':target'));
        return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
      });
      return width >= 2 ? [] : ['nothing shows which point is meant'];
    }));
  });
});
