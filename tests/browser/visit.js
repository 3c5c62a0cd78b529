// One visit to every page, from disk and without scripts, and what a browser found there. The subjects read it.
import { eachPage } from './browser.js';
import { DRAWINGS, PAGES, opensFromDisk } from './sites.js';

// What a page is to a browser. Runs in the page.
export function readPage() {
  return {
    lang: document.documentElement.lang,
    title: document.title,
    text: document.body.innerText,
    height: document.documentElement.scrollHeight,
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    // A link in a picture has no `href` of its own that is a text.
    links: [...document.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), document.baseURI).href),
    styled: getComputedStyle(document.documentElement).getPropertyValue('--measure') !== '',
    scripts: [...document.scripts].map((script) => script.getAttribute('src') ?? script.textContent),
    fields: document.querySelectorAll('.filter').length,
    switch: [...document.querySelectorAll('.languages a')].map((link) => link.href),
  };
}

// How wide a page is, and what makes it so: elements that stick out, frames that scroll or cut. A diagram alone may
// scroll, in a frame with a name that the keyboard reaches. Runs in the page.
export function readWidth() {
  const width = document.documentElement.clientWidth;
  const name = (element) => {
    const near = element.closest('[id]');
    return `${near ? `#${near.id} ` : ''}${element.localName}.${element.getAttribute('class')}`;
  };
  const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const frames = [];
  const wide = [];
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    const frame = element.parentElement.closest('.scroll');
    if (box.right > width + 0.5 && box.width > 1 && !(frame && scrolls(frame))) wide.push(name(element));
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
      const style = getComputedStyle(element);
      if (style.overflowX === 'visible' || style.display === 'inline') continue;
      const label = element.ariaLabel || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent;
      if (!scrolls(element)) frames.push(`${name(element)} is cut`);
      else if (!element.matches('.diagram-frame > .scroll')) frames.push(`${name(element)} scrolls, and is no diagram`);
      else if (element.tabIndex !== 0 || !element.role || !label) frames.push(`${name(element)} scrolls out of reach of the keyboard`);
    }
  }
  return { scroll: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth), width, wide, frames };
}

// What a file with a diagram is to a browser: whether it is drawn tells what lies in the middle of its boxes. Runs in it.
function readDrawing() {
  const boxes = [...document.querySelectorAll('a')];
  return {
    lang: document.documentElement.getAttribute('lang'),
    title: document.title,
    links: boxes.map((box) => new URL(box.getAttribute('href'), document.baseURI).href),
    drawn: boxes.filter((box) => {
      box.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = box.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('a') === box;
    }).length,
    wide: document.documentElement.getBoundingClientRect().width,
  };
}

export const NARROW = { width: 320, height: 640 };

async function visit() {
  const pages = PAGES.filter((page) => opensFromDisk(page) && page.kind !== 'moved');
  const seen = new Map();
  const options = { javaScriptEnabled: false, viewport: NARROW };
  const faults = await eachPage(pages, options, async (tab, page, heard) => {
    const found = await tab.evaluate(readPage);
    found.narrow = await tab.evaluate(readWidth);
    // The large letters of the site itself unfold too.
    await tab.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
    found.unfolded = await tab.evaluate(readWidth);
    seen.set(page.url, { page, ...found, requests: [...heard.requests], complaints: [...heard.complaints] });
  });
  return { seen, pages: [...seen.values()], faults };
}

let visited;
// The same visit for everybody who asks.
export const everyPage = () => (visited ??= visit());

async function visitDrawings() {
  const drawings = [];
  const faults = await eachPage(DRAWINGS, { javaScriptEnabled: false }, async (tab, drawing, heard) => {
    const found = await tab.evaluate(readDrawing);
    drawings.push({ page: drawing, ...found, requests: [...heard.requests], complaints: [...heard.complaints] });
  });
  return { drawings, faults };
}

let visitedDrawings;
// The same for the diagrams that are files of their own.
export const everyDrawing = () => (visitedDrawings ??= visitDrawings());
