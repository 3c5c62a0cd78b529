// Tab reaches whatever one can act on, in the order of the page, and shows where it is.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { CONTRAST } from './contrast.js';
import { SAMPLES, opensFromDisk } from './sites.js';

// Lists what one can act on, and notes whatever takes the focus and how that shows. Runs in the page.
function watch() {
  const ACTIVE = 'a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable], audio, video, iframe';
  const state = (globalThis.watched = { active: [], taken: [], unseen: [], outside: [] });
  // What a script could focus is no stop for Tab.
  state.active = [...document.querySelectorAll(ACTIVE)].filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
  state.name = (element) => {
    const near = element.closest('[id]');
    return `${near ? `#${near.id} ` : ''}${element.localName} «${element.textContent.trim().slice(0, 30)}»`;
  };
  document.addEventListener('focusin', ({ target }) => {
    state.taken.push(target);
    const style = getComputedStyle(target);
    // The outline stands off its element, on what is behind its parent.
    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && contrast.between(style.outlineColor, contrast.behind(target.parentElement)) >= 3;
    if (!shown) state.unseen.push(state.name(target));
    const box = target.getBoundingClientRect();
    const inside = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    if (!inside) state.outside.push(state.name(target));
  });
  return state.active.length;
}

// Where the ways of Tab and of the page part. Runs in the page.
function compare(back) {
  const { active, taken, unseen, outside, name } = watched;
  const expected = back ? [...active].reverse().slice(1) : active;
  const at = expected.findIndex((element, n) => element !== taken[n]);
  const faults = at < 0 ? [] : [`number ${at + 1} of ${expected.length} is ${name(expected[at])}, but ${taken[at] ? name(taken[at]) : 'nothing'} has the focus`];
  return [
    ...faults,
    ...unseen.slice(0, 3).map((it) => `the focus does not show on ${it}`),
    ...outside.slice(0, 3).map((it) => `has the focus out of sight: ${it}`),
  ];
}

// Keys on their way to the browser in one go, which it takes in order: hundreds of answers would be waited for else.
async function pressTab(tab, times, { back = false } = {}) {
  const session = await tab.context().newCDPSession(tab);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: back ? 8 : 0 };
  await Promise.all(Array.from({ length: times }, async () => {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  }));
  await session.detach();
}

// From the first to the last and back again.
async function walk(tab) {
  const count = await tab.evaluate(watch);
  await pressTab(tab, count);
  const there = await tab.evaluate(compare, false);
  await tab.evaluate(() => { for (const list of [watched.taken, watched.unseen, watched.outside]) list.length = 0; });
  await pressTab(tab, count - 1, { back: true });
  const back = await tab.evaluate(compare, true);
  return [...there, ...back.map((fault) => `backwards: ${fault}`)];
}

const pages = SAMPLES.filter(opensFromDisk);

describe('the keyboard', () => {
  for (const colorScheme of ['light', 'dark']) {
    // Dark is another set of colours on the same pages: one page of a kind tells it.
    const walked = colorScheme === 'light' ? pages : pages.filter((page) => page.site.name === 'golden' && page.lang !== 'ru');
    test(`reaches everything in order, seen, and is not trapped: ${colorScheme}`, async () => {
      assertNone(await eachPage(walked, { colorScheme, viewport: { width: 1280, height: 800 } }, async (tab) => {
        await tab.evaluate(CONTRAST);
        return walk(tab);
      }));
    });
  }

  test('reaches what is folded once Enter has unfolded it, on a phone too', async () => {
    const folding = pages.filter((page) => page.site.name !== 'project' && page.html.includes('<details class="retelling"'));
    if (folding.length === 0) throw new Error('no page folds a telling');
    assertNone(await eachPage(folding, { viewport: { width: 360, height: 640 } }, async (tab) => {
      await tab.evaluate(CONTRAST);
      const folded = tab.locator('details.retelling').first();
      const before = await tab.evaluate(watch);
      await folded.locator('summary').first().focus();
      await tab.keyboard.press('Enter');
      if (!(await folded.evaluate((details) => details.open))) return ['Enter does not unfold a telling'];
      // From the top again.
      await tab.evaluate(() => { document.activeElement.blur(); getSelection().removeAllRanges(); });
      await tab.goto(tab.url());
      await tab.evaluate(CONTRAST);
      await tab.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      const faults = await walk(tab);
      const after = await tab.evaluate(() => watched.active.length);
      return after > before ? faults : [...faults, 'nothing was unfolded'];
    }));
  });

  test('skips a diagram, to the table that tells the same', async () => {
    const drawn = pages.filter((page) => page.html.includes('class="skip-diagram"'));
    if (drawn.length < 4) throw new Error(`only ${drawn.length} pages with diagrams`);
    assertNone(await eachPage(drawn, { viewport: { width: 360, height: 640 } }, async (tab) => {
      await tab.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      const faults = [];
      for (const link of await tab.locator('.skip-diagram').all()) {
        const name = await link.getAttribute('href');
        await link.focus();
        const seen = await link.evaluate((it) => {
          const box = it.getBoundingClientRect();
          return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && box.height >= 24;
        });
        if (!seen) faults.push(`the way to ${name} does not show`);
        await tab.keyboard.press('Enter');
        await tab.keyboard.press('Tab');
        const past = await tab.evaluate(() => document.querySelector(':target')?.matches('.steps') && document.querySelector(':target').contains(document.activeElement));
        if (!past) faults.push(`after the way to ${name} Tab does not go on there`);
      }
      return faults;
    }));
  });

  test('skips to the content first of all', async () => {
    const golden = pages.filter((page) => page.lang && page.site.name === 'golden');
    assertNone(await eachPage(golden, {}, async (tab) => {
      await tab.keyboard.press('Tab');
      const skip = await tab.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        return { first: document.activeElement.className, seen: box.left >= 0 && box.top >= 0 && box.width > 20 };
      });
      if (skip.first !== 'skip' || !skip.seen) return ['the first stop is no visible way to the content'];
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      const inside = await tab.evaluate(() => {
        const first = document.querySelector('main').querySelector('a[href], summary');
        return !first || document.activeElement === first;
      });
      return inside ? [] : ['after the skip Tab does not go on in the content'];
    }));
  });
});
