// No rule of axe is broken, in light and in dark, wide and narrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { SAMPLES, opensFromDisk } from './sites.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Rules whose answer depends on colours: in the dark the others would say the same again.
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const LOOKS = [
  { name: 'wide, light', width: 1280, colorScheme: 'light', rules: null },
  { name: 'wide, dark', width: 1280, colorScheme: 'dark', rules: OF_COLOURS },
  { name: 'narrow, dark', width: 360, colorScheme: 'dark', rules: OF_COLOURS },
  // Tables are cards here: another tree for those who listen.
  { name: 'narrow, light', width: 360, colorScheme: 'light', rules: null },
];

// Asks axe in the page. A context of its own lets it in: the policy of the pages forbids scripts.
async function ask(tab, look) {
  await tab.emulateMedia({ colorScheme: look.colorScheme });
  await tab.setViewportSize({ width: look.width, height: 800 });
  const runOnly = look.rules ? { type: 'rule', values: look.rules } : { type: 'tag', values: TAGS };
  const { violations, passes } = await tab.evaluate(
    async (runOnly) => {
      const { violations, passes } = await axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled: true } },
      });
      return {
        passes: passes.length,
        violations: violations.map(({ id, nodes }) => ({
          id,
          count: nodes.length,
          where: nodes[0].target.join(' '),
          why: nodes[0].failureSummary.split('\n')[1]?.trim(),
        })),
      };
    },
    runOnly,
  );
  const faults = violations.map((it) => `${look.name}: ${it.id} ${it.count} ×, ${it.where}: ${it.why}`);
  return passes === 0 ? [`${look.name}: axe looked at nothing`] : faults;
}

describe('axe finds nothing wrong', () => {
  const pages = SAMPLES.filter(opensFromDisk);
  test(`on ${pages.length} pages, in ${LOOKS.length} looks`, async () => {
    assertNone(await eachPage(pages, { bypassCSP: true }, async (tab) => {
      const faults = [];
      await tab.evaluate(AXE);
      for (const look of LOOKS) faults.push(...await ask(tab, look));
      return faults;
    }));
  });

  test('in the large and contrasting look of the site, with everything unfolded', async () => {
    const unfolded = pages.filter((page) => ['regulation', 'act', 'both'].includes(page.kind) && page.site.name !== 'cases');
    assertNone(await eachPage(unfolded, { bypassCSP: true }, async (tab) => {
      await tab.evaluate(AXE);
      await tab.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      return ask(tab, { name: 'contrast', width: 1280, colorScheme: 'light', rules: null });
    }));
  });
});
