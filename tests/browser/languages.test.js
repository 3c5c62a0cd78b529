// The other language of a page is one step away, at the same path, with the same anchors.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { KINDS_ONCE, PAGES, base } from './sites.js';
import { everyPage } from './visit.js';

const other = (lang) => (lang === 'kk' ? 'ru' : 'kk');
const twinOf = (page) => `${base(page.site)}${other(page.lang)}/${page.path.slice(3)}`;

describe('the switch of languages', () => {
  test('names the twin of every page, which has the same anchors', async () => {
    const { seen, pages } = await everyPage();
    assertNone(pages.filter((it) => it.page.lang).flatMap((it) => {
      const twin = seen.get(twinOf(it.page));
      if (!twin) return [`${it.page}: has no twin`];
      // Each language has letters of its own, and an order of its own for words.
      const anchors = (page) => page.ids.filter((id) => !id.startsWith('letter-')).sort().join(' ');
      return [
        it.switch.join() !== twinOf(it.page) && `the switch leads to ${it.switch}`,
        twin.lang !== other(it.page.lang) && `the language of the twin is ${twin.lang}`,
        anchors(it) !== anchors(twin) && 'the twin has other anchors',
      ].filter(Boolean).map((fault) => `${it.page}: ${fault}`);
    }));
  });

  test('goes there and back, on a page of each kind', async () => {
    const pages = KINDS_ONCE.filter((page) => page.lang);
    assertNone(await eachPage(pages, { javaScriptEnabled: false }, async (tab, page) => {
      const faults = [];
      for (const [lang, url] of [[other(page.lang), twinOf(page)], [page.lang, page.url]]) {
        await tab.click('.languages a');
        await tab.waitForURL(url);
        const shown = await tab.locator('html').getAttribute('lang');
        if (shown !== lang) faults.push(`the language is ${shown} at ${tab.url()}`);
      }
      return faults;
    }));
  });

  test('keeps a citation true: the address of a point with the other language shows that point', async () => {
    const regulations = PAGES.filter((page) => page.site.name !== 'cases' && page.kind === 'regulation');
    assertNone(await eachPage(regulations, { javaScriptEnabled: false }, async (tab, page) => {
      const { seen } = await everyPage();
      const points = seen.get(page.url).ids.filter((id) => /^(s-)?[pa]\d/.test(id));
      if (points.length < 5) return ['has next to no points'];
      const faults = [];
      // A dozen, from the first to the last.
      for (let n = 0; n < 12; n += 1) {
        const point = points[Math.round((n * (points.length - 1)) / 11)];
        await tab.goto(`${twinOf(page)}#${point}`);
        const shown = await tab.evaluate(() => {
          const target = document.querySelector(':target');
          const box = target?.getBoundingClientRect();
          return target && { id: target.id, seen: box.bottom > 0 && box.top < innerHeight };
        });
        if (shown?.id !== point || !shown.seen) faults.push(`#${point} is not shown in the other language`);
      }
      return faults;
    }));
  });
});
