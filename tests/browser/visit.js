// One visit to every page, from disk and without scripts, and what a browser found there. The subjects read it.
import { eachPage } from './browser.js';
import { PAGES, opensFromDisk } from './sites.js';

// What a page is to a browser. Runs in the page.
export function readPage() {
  return {
    lang: document.documentElement.lang,
    title: document.title,
    text: document.body.innerText,
    height: document.documentElement.scrollHeight,
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
    styled: getComputedStyle(document.documentElement).getPropertyValue('--measure') !== '',
    scripts: document.scripts.length,
    switch: [...document.querySelectorAll('.languages a')].map((link) => link.href),
  };
}

// How wide a page is, and what makes it so: elements that stick out, frames that scroll or cut. Runs in the page.
export function readWidth() {
  const width = document.documentElement.clientWidth;
  const name = (element) => {
    const near = element.closest('[id]');
    return `${near ? `#${near.id} ` : ''}${element.localName}.${element.className}`;
  };
  const frames = [];
  const wide = [];
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.right > width + 0.5 && box.width > 1) wide.push(name(element));
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
      const style = getComputedStyle(element);
      if (style.overflowX === 'visible' || style.display === 'inline') continue;
      const scrolls = ['auto', 'scroll'].includes(style.overflowX);
      const reached = scrolls && element.tabIndex === 0 && (element.ariaLabel || element.getAttribute('aria-labelledby'));
      if (!reached) frames.push(`${name(element)} ${scrolls ? 'scrolls out of reach of the keyboard' : 'is cut'}`);
    }
  }
  return { scroll: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth), width, wide, frames };
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
