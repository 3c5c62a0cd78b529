// The reference book on paper: each sheet of a diagram on one page, upright or lying, whole and legible.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { PAGES } from './sites.js';

const folder = mkdtempSync(join(tmpdir(), 'qadam-book-'));
after(() => rmSync(folder, { recursive: true }));

// A4 in points, to the nearest.
const SHEETS = { upright: [595, 842], lying: [842, 595] };
// No letter is smaller, in points. Sizes are read in thirds of a point, rounded.
const LEAST = 7;
// No word comes nearer to the edge of the paper, in points.
const EDGE = 28;

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const bare = (text) => text.normalize('NFKC').replace(/\s+/gu, '');
const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

// The pages of a PDF: their size, their text without spaces, their words with places.
function pagesOf(file) {
  const pages = run('pdftotext', '-bbox', file, '-').split('<page ').slice(1);
  return pages.map((page) => {
    const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    const words = [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu)];
    const placed = words.map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text: unescaped(text) }));
    return { width, height, words: placed, text: bare(placed.map((word) => word.text).join('')) };
  });
}

// The sheets of a book: which way each lies, what its line says, the lines of text in its picture. Runs in the page.
const sheetsOf = () => [...document.querySelectorAll('.sheet')].map((sheet) => ({
  lying: sheet.classList.contains('landscape'),
  name: sheet.querySelector('figcaption').textContent,
  lines: [...sheet.querySelectorAll('svg tspan')].map((line) => line.textContent),
}));

describe('the reference book', () => {
  test('has each sheet of a diagram on one page of A4, nothing cut, no letter under seven points', async () => {
    const books = PAGES.filter((page) => page.kind === 'book');
    let count = 0;
    assertNone(await eachPage(books, { javaScriptEnabled: false }, async (tab, page) => {
      const file = join(folder, `${page.site.name}-${page.path.replaceAll('/', '-')}.pdf`);
      const sheets = await tab.evaluate(sheetsOf);
      await tab.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      const pages = pagesOf(file);
      const faults = [];
      for (const sheet of sheets) {
        count += 1;
        const [width, height] = sheet.lying ? SHEETS.lying : SHEETS.upright;
        const whole = pages.findIndex((it) => it.text.includes(bare(sheet.name)) && sheet.lines.every((line) => it.text.includes(bare(line))));
        if (whole < 0) faults.push(`«${sheet.name}» stands on no page as a whole`);
        else if (Math.abs(pages[whole].width - width) > 1 || Math.abs(pages[whole].height - height) > 1) {
          faults.push(`«${sheet.name}» stands on ${pages[whole].width} × ${pages[whole].height} points`);
        }
      }
      for (const [number, it] of pages.entries()) {
        const cut = it.words.find((word) => word.left < EDGE || word.top < EDGE || word.right > it.width - EDGE || word.bottom > it.height - EDGE / 2);
        if (cut) faults.push(`page ${number + 1}: «${cut.text}» stands at the edge of the paper`);
        if (it.words.length === 0) faults.push(`page ${number + 1} is empty`);
      }
      const sizes = [...run('pdftohtml', '-xml', '-i', '-zoom', '3', '-stdout', file).matchAll(/<fontspec [^>]*size="(\d+)"/g)];
      const least = Math.min(...sizes.map(([, size]) => size / 3));
      if (least < LEAST) faults.push(`letters of ${least} points`);
      return faults;
    }));
    if (count < 60) throw new Error(`only ${count} sheets`);
  });
});
