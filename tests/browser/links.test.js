// Links lead to files and anchors that are there, as a browser resolves them: from disk, and under any path of a server.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { serve } from './server.js';
import { PAGES, SITES, base } from './sites.js';
import { everyDrawing, everyPage, readPage } from './visit.js';

describe('links', () => {
  test('from disk lead to files and anchors that are there', async () => {
    const { seen, pages } = await everyPage();
    const { drawings } = await everyDrawing();
    const ids = new Map([...seen].map(([url, it]) => [url, new Set(it.ids)]));
    const file = new Map();
    const isFile = (url) => {
      if (!file.has(url)) {
        const path = fileURLToPath(url);
        file.set(url, existsSync(path) && statSync(path).isFile());
      }
      return file.get(url);
    };
    let followed = 0;
    assertNone([...pages, ...drawings].flatMap((it) => [...new Set(it.links)].flatMap((link) => {
      if (!link.startsWith('file:')) return [];
      followed += 1;
      const [url, anchor] = link.split('#');
      if (!url.startsWith(base(it.page.site))) return [`${it.page}: ${link} leaves the folder`];
      if (!isFile(url)) return [`${it.page}: ${link} is no file`];
      const lost = anchor && ids.has(url) && !ids.get(url).has(decodeURIComponent(anchor));
      return lost ? [`${it.page}: ${link} is no anchor`] : [];
    })));
    if (followed < 3000) throw new Error(`only ${followed} links`);
  });

  for (const site of SITES.slice(0, 2)) {
    test(`of the ${site.name} under ${site.prefix} of a server stay there`, async () => {
      const server = await serve(site);
      // The page of no address is at home only where the site knows its own.
      const pages = PAGES.filter((page) => page.site === site && page.kind !== 'moved')
        .filter((page) => page.kind !== 'missing' || site.name === 'golden');
      const addresses = new Set();
      const faults = await eachPage(pages, { at: (page) => server.base + page.path }, async (tab, page, heard) => {
        const { links, styled } = await tab.evaluate(readPage);
        for (const link of links) if (link.startsWith(server.origin)) addresses.add(link.split('#')[0]);
        return [
          ...heard.requests.filter((url) => !url.startsWith(server.base)).map((url) => `asks for ${url}`),
          ...heard.complaints,
          ...(styled ? [] : ['the style is not applied']),
        ];
      });
      for (const address of addresses) {
        if (!(await fetch(address)).ok) faults.push(`${address} is linked to and not there`);
      }
      faults.push(...server.strays.map((stray) => `${stray} was asked for`));
      await server.close();
      assertNone(faults);
    });
  }
});
