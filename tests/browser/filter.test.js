// The field over a list leaves what is looked for, in both languages; without scripts the whole list is there.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { PAGES } from './sites.js';
import { readWidth } from './visit.js';

const ACT = 'acts/akmola/2011-a-11-491/01-targeted-social-assistance/addresses/index.html';
const ADDRESSES = PAGES.filter((page) => page.site.name === 'project' && page.path.endsWith(ACT));
const GLOSSARY = PAGES.filter((page) => page.site.name === 'project' && page.kind === 'glossary');

// What is shown of the list. Runs in the page.
function shown() {
  const visible = (element) => element.getClientRects().length > 0;
  const box = document.querySelector('.filter');
  return {
    field: visible(box),
    rows: [...document.querySelectorAll(box.dataset.items)].filter(visible).map((row) => row.id),
    all: document.querySelectorAll(box.dataset.items).length,
    heads: [...document.querySelectorAll('.addresses [scope=rowgroup]')].filter(visible).map((head) => head.id),
    said: box.querySelector('[role=status]').textContent,
  };
}

// Types into the field as a reader does, and waits until the count is said.
async function look(tab, words) {
  await tab.locator('.filter input').fill(words);
  await tab.waitForFunction((typed) => {
    const said = document.querySelector('.filter [role=status]').textContent;
    return typed ? said !== '' : said === '';
  }, words);
  return tab.evaluate(shown);
}

describe('the field of a list', () => {
  for (const width of [360, 1280]) {
    test(`finds a village by its Kazakh and by its Russian name on ${width} pixels`, async () => {
      if (ADDRESSES.length !== 2) throw new Error(`${ADDRESSES.length} pages of addresses`);
      assertNone(await eachPage(ADDRESSES, { viewport: { width, height: 800 } }, async (tab) => {
        const faults = [];
        const whole = await tab.evaluate(shown);
        if (!whole.field || whole.rows.length !== whole.all) faults.push(`${whole.rows.length} of ${whole.all} rows at first`);
        if (whole.all < 250 || whole.heads.length < 15) faults.push(`only ${whole.all} rows in ${whole.heads.length} districts`);
        // Қына has a letter that not every keyboard has; a number is found as it is printed, a body by two words of its name.
        const queries = { 'Қына': 'a2.t1.3', 'кына': 'a2.t1.3', 'аккольский кына': 'a2.t1.3', '34190': 'a2.t1.3', 'терісаққан': 'a2.t1.142', 'терисаккан': 'a2.t1.142', 'Терсакан': 'a2.t1.142' };
        for (const [words, row] of Object.entries(queries)) {
          const found = await look(tab, words);
          if (found.rows.join() !== row) faults.push(`«${words}» leaves ${found.rows}`);
          if (found.heads.length !== 1) faults.push(`«${words}» leaves the heads ${found.heads}`);
          if (!/\b1\b/.test(found.said) || !found.said.includes(String(whole.all))) faults.push(`«${words}» says «${found.said}»`);
          const { scroll, width: seen, wide, frames } = await tab.evaluate(readWidth);
          if (scroll > seen || wide.length + frames.length > 0) faults.push(`«${words}»: ${scroll} pixels wide, ${wide} ${frames}`);
        }
        const none = await look(tab, 'Атлантида');
        if (none.rows.length > 0 || !none.said) faults.push(`what is nowhere leaves ${none.rows.length} rows, says «${none.said}»`);
        const again = await look(tab, '');
        if (again.rows.length !== whole.all || again.heads.length !== whole.heads.length) faults.push(`empty shows ${again.rows.length} rows`);
        return faults;
      }));
    });
  }

  test('finds a term of the glossary by either language', async () => {
    assertNone(await eachPage(GLOSSARY, {}, async (tab) => {
      const faults = [];
      for (const words of ['көрсетілетін қызметті алушы', 'услугополучатель']) {
        const { rows, all } = await look(tab, words);
        if (!rows.includes('term-recipient') || rows.length > all / 4) faults.push(`«${words}» leaves ${rows.length} of ${all}: ${rows}`);
      }
      return faults;
    }));
  });

  test('is not there without scripts: the whole list is', async () => {
    assertNone(await eachPage([...ADDRESSES, ...GLOSSARY], { javaScriptEnabled: false }, async (tab) => {
      const { field, rows, all } = await tab.evaluate(shown);
      return [field && 'the field is shown', (rows.length !== all || all < 50) && `${rows.length} of ${all} rows`].filter(Boolean);
    }));
  });
});
