// On A4: a PDF is made, nothing is cut, status and title stand on the first sheet, and the steps are all there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { KINDS_ONCE, PAGES, SAMPLES, opensFromDisk } from './sites.js';
import { readWidth } from './visit.js';

// A4 less the margins of 16 mm that the style sets, at 96 pixels to the inch, rounded down.
const CONTENT = { width: Math.floor(((210 - 2 * 16) / 25.4) * 96), height: 971 };

const folder = mkdtempSync(join(tmpdir(), 'qadam-print-'));
after(() => rmSync(folder, { recursive: true }));

// The same area in points, for pdftotext: what stands in the margins would cut a text that goes on overleaf.
const AREA = ['-x', '0', '-y', '50', '-W', '596', '-H', '730'];
// What the lower margin of every sheet of a repealed text says.
const MARGIN = { ru: 'утратило силу неофициальное издание', kk: 'күші жойылған бейресми басылым' };

// Letters alone: lines, columns and sheets cut texts anywhere, and pdftotext takes a hyphen at the end of a line for one
// that was added.
const words = (text) => text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join('') ?? '';

const pdfText = (file, ...args) => execFileSync('pdftotext', [...args, file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });

// How often a text stands in another.
const times = (whole, text) => whole.split(text).length - 1;

// What should stand on paper. Runs in the page, in the colours and sizes of paper.
function expected() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => element.innerText);
  // What is said instead of a sign is for those who hear the page.
  const title = document.querySelector('h1').cloneNode(true);
  title.querySelectorAll('.unseen').forEach((element) => element.remove());
  return {
    title: title.textContent,
    status: shown('.status .state').join(' '),
    repealed: document.querySelector('.state-repealed') !== null,
    steps: shown('.steps .law'),
    points: shown('.full-text p, .full-text td'),
  };
}

describe('on A4', () => {
  test('nothing is wider than the sheet', async () => {
    assertNone(await eachPage(SAMPLES.filter(opensFromDisk), { javaScriptEnabled: false, viewport: CONTENT }, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      const { scroll, width, wide, frames } = await tab.evaluate(readWidth);
      return [...(scroll > width ? [`${scroll} pixels of ${width}`] : []), ...wide.slice(0, 3), ...frames];
    }));
  });

  test('title and status stand on the first sheet, every step and point somewhere', async () => {
    const kinds = KINDS_ONCE.filter(opensFromDisk);
    const regulations = PAGES.filter((page) => page.kind === 'regulation');
    let steps = 0;
    assertNone(await eachPage([...new Set([...kinds, ...regulations])], { javaScriptEnabled: false, viewport: CONTENT }, async (tab, page) => {
      await tab.emulateMedia({ media: 'print' });
      const due = await tab.evaluate(expected);
      const file = join(folder, `${page.site.name}-${page.path.replaceAll('/', '-')}.pdf`);
      await tab.pdf({ path: file, format: 'A4', preferCSSPageSize: true, printBackground: false });
      const first = words(pdfText(file, '-l', '1', ...AREA));
      const whole = words(pdfText(file, '-raw', ...AREA));
      const sheets = pdfText(file).split('\f').slice(0, -1).map(words);
      const title = first.indexOf(words(due.title));
      const status = first.indexOf(words(due.status));
      const points = due.points.map(words).filter(Boolean);
      const law = [...new Set(due.steps.map(words).filter(Boolean))];
      steps += due.steps.length;
      // The words of a step stand in its row and once more in the full text.
      const lost = [
        ...points.filter((text) => !whole.includes(text)),
        ...law.filter((text) => times(whole, text) < due.steps.filter((step) => words(step) === text).length + points.filter((point) => point.includes(text)).length),
      ];
      return [
        sheets.length === 0 && 'has no sheets',
        (!due.title || title < 0) && 'the title is not on the first sheet',
        status < 0 && 'the status is not on the first sheet',
        due.status && status < title && 'the title does not stand above the status',
        page.kind === 'regulation' && !due.status && 'has no status',
        page.kind === 'regulation' && page.site.name !== 'cases' && due.steps.length === 0 && 'has no steps',
        due.repealed && sheets.some((sheet) => !sheet.includes(words(MARGIN[page.lang]))) && 'a sheet does not say that the text is repealed',
        ...lost.slice(0, 3).map((text) => `is not on paper, or too seldom: ${text.slice(0, 200)}`),
      ].filter(Boolean);
    }));
    if (steps < 300) throw new Error(`only ${steps} steps`);
  });
});
