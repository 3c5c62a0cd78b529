// Diagrams: their texts keep to their room in each font that a reader may have, they show in all colours, their boxes
// lead to the rows of the table, and as files of their own they need nothing else.
import { describe, test } from 'node:test';
import { assertNone, eachPage } from './browser.js';
import { CONTRAST } from './contrast.js';
import { PAGES } from './sites.js';
import { everyDrawing } from './visit.js';

// The pictures of comparisons are those of the regulations with other widths and signs: every fourth page of them will do.
const drawn = PAGES.filter((page) => page.html.includes('class="d-box'));
const comparisons = drawn.filter((page) => page.kind === 'comparison');
const pages = drawn.filter((page) => page.kind !== 'comparison' || comparisons.indexOf(page) % 4 === 0);
// The boxes of a comparison lead to the pages of its two regulations.
const withRows = pages.filter((page) => page.kind !== 'comparison');

// DejaVu Sans is much wider than the fonts in whose widths the texts were measured: it stands for those nobody thought of.
const FONTS = ['Liberation Sans', 'Noto Sans', 'Roboto', 'DejaVu Sans'];

// Shows the diagrams in a font, as if the reader had that one alone, and all that is folded. Runs in the page.
function showIn(font) {
  const style = document.getElementById('forced-font') ?? document.head.appendChild(document.createElement('style'));
  style.id = 'forced-font';
  style.textContent = `.diagram text { font-family: "${font}" !important }`;
  for (const details of document.querySelectorAll('details')) details.open = true;
}

// Texts of the diagrams of a page that leave their room. Runs in the page.
function misplaced() {
  const faults = [];
  const widths = { free: 0, all: 0 };
  let asked = 0;
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBBox();
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  // Less than a pixel is the air of a letter, or what a font rounds.
  const within = (inner, outer, air) => inner.left >= outer.left + air && inner.right <= outer.right - air && inner.top >= outer.top + air && inner.bottom <= outer.bottom - air;
  const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  // The pieces of a line of right angles.
  const pieces = (path) => {
    const all = [];
    let last;
    for (const [, verb, numbers] of path.getAttribute('d').matchAll(/([A-Z])([^A-Z]*)/g)) {
      const [a, b] = numbers.trim().split(/[ ,]+/).map(Number);
      const next = { M: [a, b], L: [a, b], H: [a, last?.[1]], V: [last?.[0], a] }[verb];
      if (!next) throw new Error(`the line goes on with ${verb}`);
      if (verb !== 'M') all.push({ left: Math.min(last[0], next[0]), right: Math.max(last[0], next[0]), top: Math.min(last[1], next[1]), bottom: Math.max(last[1], next[1]) });
      last = next;
    }
    return all;
  };
  for (const svg of document.querySelectorAll('svg.diagram')) {
    const fault = (line, why) => faults.push(`#${svg.id} «${line.textContent.slice(0, 40)}» ${why}`);
    const linesOf = (selector) => [...svg.querySelectorAll(selector)].flatMap((text) => [...text.querySelectorAll('tspan')]);
    for (const line of linesOf('text')) {
      asked += 1;
      const width = line.getComputedTextLength();
      widths.all += width;
      if (!line.hasAttribute('textLength')) widths.free += width;
    }
    const shapes = [];
    for (const figure of svg.querySelectorAll('.d-box, .d-terminal')) {
      const shape = boxOf(figure.querySelector('.d-shape'));
      shapes.push(shape);
      for (const line of figure.querySelectorAll('tspan')) {
        const box = boxOf(line);
        const by = Math.max(shape.left - box.left, box.right - shape.right, shape.top - box.top, box.bottom - shape.bottom);
        if (!within(box, shape, 0.5)) fault(line, `leaves its box by ${by.toFixed(1)}`);
      }
    }
    for (const choice of svg.querySelectorAll('.d-choice')) shapes.push(boxOf(choice));
    const lines = [...svg.querySelectorAll('.d-line, .d-join, .d-stem')].flatMap(pieces);
    const heads = [...svg.querySelectorAll('.d-head, .d-junction')].map(boxOf);
    const lanes = [...svg.querySelectorAll('.d-lane')].map(boxOf);
    const headings = [...svg.querySelectorAll('.d-heading')];
    if (headings.length !== lanes.length) faults.push(`#${svg.id} has ${lanes.length} columns and ${headings.length} headings`);
    const under = Math.min(...[...shapes, ...lines].map((it) => it.top));
    headings.forEach((heading, n) => {
      for (const line of heading.querySelectorAll('tspan')) {
        if (!within(boxOf(line), { ...lanes[n], bottom: under }, 0)) fault(line, 'leaves the strip of headings');
      }
    });
    const labels = [...svg.querySelectorAll('.d-label')].map((label) => [label, [...label.querySelectorAll('tspan')]]);
    const sheet = { left: 0, top: 0, right: svg.viewBox.baseVal.width, bottom: svg.viewBox.baseVal.height };
    for (const [label, own] of labels) {
      for (const line of own) {
        const box = boxOf(line);
        if (!within(box, sheet, 0)) fault(line, 'leaves the picture');
        if (!lanes.some((lane) => within(box, lane, 0))) fault(line, 'leaves its column');
        if (lines.some((it) => meet(box, it))) fault(line, 'lies on a line');
        if (heads.some((it) => meet(box, it))) fault(line, 'lies on an arrow head');
        if (shapes.some((it) => meet(box, it))) fault(line, 'lies on a box');
        if (labels.some(([other, its]) => other !== label && its.some((it) => meet(box, boxOf(it))))) fault(line, 'lies on another label');
      }
    }
  }
  return { asked, widths, faults };
}

// The fonts in which the browser really shows texts of the diagrams, regular and bold, letter by letter.
async function shownIn(tab, font, text) {
  await tab.evaluate(([font, text]) => {
    document.body.innerHTML = '';
    for (const weight of ['normal', 'bold']) {
      const probe = document.createElement('p');
      probe.textContent = text;
      probe.style.cssText = `font-family: "${font}"; font-weight: ${weight}`;
      document.body.append(probe);
    }
  }, [font, text]);
  const session = await tab.context().newCDPSession(tab);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
  const used = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    used.push(fonts.map(({ familyName, glyphCount }) => ({ familyName, glyphCount })));
  }
  await session.detach();
  return used;
}

// Texts, lines and heads of the diagrams that can hardly be told from what is behind them. Runs in the page.
function faint() {
  const faults = new Set();
  let asked = 0;
  const opaque = (color) => color.startsWith('rgb(') || color.startsWith('color(srgb') && !color.includes('/');
  const tell = (element, color, behind, least) => {
    asked += 1;
    const ratio = opaque(color) ? contrast.between(color, behind) : 0;
    if (!(ratio >= least)) faults.add(`${element.localName}.${element.getAttribute('class')} is ${color} on ${behind}: ${ratio.toFixed(1)}`);
  };
  for (const svg of document.querySelectorAll('svg.diagram')) {
    const paper = contrast.behind(svg.parentElement);
    for (const text of svg.querySelectorAll('text')) {
      const shape = text.parentElement.querySelector(':scope > .d-shape');
      const fill = shape && getComputedStyle(shape).fill;
      tell(text, getComputedStyle(text).fill, fill && opaque(fill) ? fill : paper, 4.5);
    }
    for (const line of svg.querySelectorAll('.d-line, .d-join, .d-stem, .d-shape, .d-lane')) {
      const style = getComputedStyle(line);
      tell(line, parseFloat(style.strokeWidth) >= 1 ? style.stroke : 'no line', paper, 3);
    }
    for (const head of svg.querySelectorAll('.d-head, .d-junction')) tell(head, getComputedStyle(head).fill, paper, 3);
  }
  return { asked, faults: [...faults].slice(0, 5) };
}

// Whether each box leads to a row of the table, and is no stop for Tab. Runs in the page.
function leadAstray() {
  const faults = [];
  for (const element of document.querySelectorAll('svg.diagram, svg.diagram *')) {
    if (element.tabIndex >= 0 && (element.localName === 'a' || element.hasAttribute('tabindex'))) faults.push(`${element.localName} is a stop for Tab`);
  }
  for (const box of document.querySelectorAll('a.d-box')) {
    const link = box.getAttribute('href');
    const row = link.startsWith('#s-') && document.getElementById(link.slice(1));
    if (!row || !row.matches('.steps tr')) faults.push(`${link} is no row`);
  }
  return faults.slice(0, 5);
}

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'light, more contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark, more contrast', colorScheme: 'dark', contrast: 'more' },
  { name: 'forced, light', colorScheme: 'light', forcedColors: 'active' },
  { name: 'forced, dark', colorScheme: 'dark', forcedColors: 'active' },
  { name: 'print', colorScheme: 'dark', media: 'print' },
];

// All letters and signs of the diagrams.
const LETTERS = [...new Set(pages.flatMap((page) => [...page.html.matchAll(/<tspan[^>]*>([^<]*)/g)].flatMap(([, text]) => [...text])))].sort().join('');

describe('in a diagram', () => {
  const widths = new Map(FONTS.map((font) => [font, 0]));
  test('every text keeps to its room, in each of four fonts', async () => {
    if (pages.length < 20) throw new Error(`only ${pages.length} pages with diagrams`);
    let asked = 0;
    assertNone(await eachPage(pages, { bypassCSP: true, viewport: { width: 1280, height: 800 } }, async (tab) => {
      const faults = [];
      for (const font of FONTS) {
        await tab.evaluate(showIn, font);
        const found = await tab.evaluate(misplaced);
        asked += found.asked;
        widths.set(font, widths.get(font) + found.widths.free);
        faults.push(...found.faults.slice(0, 4).map((it) => `${font}: ${it}`));
      }
      return faults;
    }));
    if (asked < 4 * 2000) throw new Error(`only ${asked} lines`);
  });

  for (const font of FONTS) {
    test(`${font} is there, and was another font`, async () => {
      assertNone(await eachPage(pages.slice(0, 1), { bypassCSP: true }, async (tab) => {
        const used = await shownIn(tab, font, LETTERS);
        return used.flatMap((fonts, n) => fonts.filter((it) => it.familyName !== font)
          .map((it) => `${['regular', 'bold'][n]}: ${it.glyphCount} letters of ${LETTERS.length} are in ${it.familyName}`));
      }));
      const same = FONTS.filter((other) => other !== font && Math.abs(widths.get(other) / widths.get(font) - 1) < 0.001);
      if (same.length > 0) throw new Error(`texts are as wide as in ${same}`);
    });
  }

  test(`words and lines show, in ${LOOKS.length} looks`, async () => {
    let asked = 0;
    assertNone(await eachPage(pages, { bypassCSP: true }, async (tab) => {
      const faults = [];
      await tab.evaluate(CONTRAST);
      await tab.evaluate(() => { for (const details of document.querySelectorAll('details:not(#contrast)')) details.open = true; });
      for (const { name, ...look } of LOOKS) {
        await tab.emulateMedia({ media: 'screen', forcedColors: 'none', contrast: 'no-preference', ...look });
        const found = await tab.evaluate(faint);
        asked += found.asked;
        faults.push(...found.faults.map((it) => `${name}: ${it}`));
      }
      return faults;
    }));
    if (asked < LOOKS.length * 2000) throw new Error(`only ${asked} words and lines`);
  });

  test('every box leads to its row, and is no stop for Tab', async () => {
    assertNone(await eachPage(withRows, { javaScriptEnabled: false }, (tab) => tab.evaluate(leadAstray)));
  });

  test('a click on a box shows its row', async () => {
    let clicked = 0;
    assertNone(await eachPage(withRows, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (tab) => {
      const faults = [];
      const boxes = await tab.locator('a.d-box:visible').all();
      for (const box of new Set([boxes.at(0), boxes.at(-1)])) {
        const link = await box.getAttribute('href');
        await box.click();
        clicked += 1;
        const shown = await tab.evaluate(() => {
          const row = document.querySelector('tr:target');
          const { top, bottom } = row?.getBoundingClientRect() ?? {};
          return row && bottom > 0 && top < innerHeight && `#${row.id}`;
        });
        if (shown !== link) faults.push(`the box of ${link} shows ${shown}`);
      }
      return faults;
    }));
    if (clicked < 40) throw new Error(`only ${clicked} clicks`);
  });
});

describe('a diagram as a file', () => {
  test('opens from disk, is drawn, has a language and a title, and asks for nothing', async () => {
    const { drawings, faults } = await everyDrawing();
    assertNone(faults);
    if (drawings.length < 40) throw new Error(`only ${drawings.length} files`);
    assertNone(drawings.flatMap((it) => [
      it.links.length < 3 && `has ${it.links.length} boxes`,
      it.drawn < it.links.length && `${it.links.length - it.drawn} of ${it.links.length} boxes do not show`,
      it.wide < 300 && `is ${it.wide} pixels wide`,
      it.lang !== it.page.path.slice(0, 2) && `is in ${it.lang || 'no language'}`,
      !it.title && 'has no title',
      ...it.requests.filter((url) => url !== it.page.url).map((url) => `asks for ${url}`),
      ...it.complaints,
    ].filter(Boolean).map((fault) => `${it.page}: ${fault}`)));
  });
});
