// Every page opens from disk: no server, no need of scripts, nothing from outside of the folder.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { PAGES, SAMPLES, base, opensFromDisk } from './sites.js';
import { NARROW, everyPage, readPage } from './visit.js';

describe('from disk, every page', () => {
  test('opens, has a title, a language and the style', async () => {
    const { pages, faults } = await everyPage();
    assertNone(faults);
    if (pages.length < 120) throw new Error(`only ${pages.length} pages`);
    assertNone(pages.flatMap((it) => [
      !it.title && 'no title',
      it.lang !== (it.page.lang ?? 'kk') && `language ${it.lang}`,
      !it.styled && 'the style is not applied',
      it.text.length < 100 && 'says next to nothing',
    ].filter(Boolean).map((fault) => `${it.page}: ${fault}`)));
  });

  test('asks for nothing outside of the folder; the console is silent', async () => {
    const { pages } = await everyPage();
    assertNone(pages.flatMap((it) => [
      ...it.requests.filter((url) => !url.startsWith(base(it.page.site))).map((url) => `asks for ${url}`),
      ...it.complaints,
    ].map((fault) => `${it.page}: ${fault}`)));
  });

  test('has no scripts but that of a field that finds, and is the same where scripts run', async () => {
    const { seen, pages } = await everyPage();
    const own = (it) => it.scripts.length === it.fields && it.scripts.every((from) => /^(\.\.\/)+assets\/filter\.js$/.test(from));
    assertNone(pages.filter((it) => !own(it)).map((it) => `${it.page}: has scripts: ${it.scripts}`));
    assertNone(await eachPage(SAMPLES.filter(opensFromDisk), { viewport: NARROW }, async (tab, page, heard) => {
      // The field itself is there for scripts alone.
      await tab.evaluate(() => { for (const field of document.querySelectorAll('.filter')) field.hidden = true; });
      const [off, on] = [seen.get(page.url), await tab.evaluate(readPage)];
      return [
        off.text !== on.text && 'says something else',
        off.height !== on.height && `is ${off.height} pixels high, ${on.height} with scripts`,
        ...heard.complaints,
      ].filter(Boolean);
    }));
  });
});

describe('a page that moved', () => {
  test('leads on to its new address', async () => {
    const moved = PAGES.filter((page) => page.kind === 'moved');
    if (moved.length === 0) throw new Error('no page of the sites moved');
    assertNone(await eachPage(moved, { javaScriptEnabled: false }, async (tab, page) => {
      await tab.waitForURL((url) => url.href !== page.url);
      const lands = PAGES.find((other) => tab.url().split('#')[0] === other.url);
      return lands?.lang === page.lang ? [] : [`leads to ${tab.url()}`];
    }));
  });
});
