// The sites under test and their pages: the project, the golden site, the hard cases.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../..');

// `tests/run` builds them; the golden one stands there with the style of the project, since its own is one line.
// `prefix` is the path under which the site believes that it is served, or any path where it believes nothing.
export const SITES = [
  { name: 'project', folder: join(ROOT, 'site/public'), prefix: '/some/deep/path/' },
  { name: 'golden', folder: join(ROOT, 'target/golden'), prefix: '/steps/' },
  { name: 'cases', folder: join(ROOT, 'target/cases'), prefix: '/cases/' },
];

// What the addresses of DESIGN say; a page that moved is known by what it does.
const KINDS = [
  ['choice', /^index\.html$/],
  ['missing', /^404\.html$/],
  ['home', /^..\/index\.html$/],
  ['both', /^..\/acts\/.+\/both\/index\.html$/],
  ['comparison', /^..\/compare\/[^/]+\/index\.html$/],
  ['addresses', /^..\/acts\/.+\/addresses\/index\.html$/],
  ['edition', /^..\/acts\/.+\/editions\/[^/]+\/index\.html$/],
  ['book', /^..\/acts\/.+\/book\/index\.html$/],
  ['regulation', /^..\/acts\/[^/]+\/[^/]+\/[^/]+\/index\.html$/],
  ['act', /^..\/acts\/[^/]+\/[^/]+\/index\.html$/],
  ['service', /^..\/services\//],
  ['place', /^..\/places\//],
  ['glossary', /^..\/glossary\//],
  ['prose', /^..\/[^/]+\/index\.html$/],
];

function kindOf(path, html) {
  if (html.includes('http-equiv="refresh"')) return 'moved';
  const kind = KINDS.find(([, pattern]) => pattern.test(path));
  if (!kind) throw new Error(`${path}: a page of no known kind; name it in tests/browser/sites.js`);
  return kind[0];
}

function pagesOf(site) {
  return readdirSync(site.folder, { recursive: true })
    .filter((path) => path.endsWith('.html') && statSync(join(site.folder, path)).isFile())
    .sort()
    .map((path) => {
      const html = readFileSync(join(site.folder, path), 'utf8');
      return {
        site,
        path,
        html,
        kind: kindOf(path, html),
        lang: path.slice(0, 3).match(/^(kk|ru)\//)?.[1] ?? null,
        // Node writes a tilde as %7E, a browser leaves it.
        url: pathToFileURL(join(site.folder, path)).href.replaceAll('%7E', '~'),
        toString: () => `${site.name}: ${path}`,
      };
    });
}

// Diagrams that are files of their own.
export const DRAWINGS = SITES.flatMap((site) => readdirSync(site.folder, { recursive: true })
  .filter((path) => path.endsWith('.svg'))
  .sort()
  .map((path) => ({ site, path, // Node writes a tilde as %7E, a browser leaves it.
        url: pathToFileURL(join(site.folder, path)).href.replaceAll('%7E', '~'), toString: () => `${site.name}: ${path}` })));

export const base = (site) => pathToFileURL(site.folder + '/').href;

// Links of a page of no address hold at the top of a server only.
export const opensFromDisk = (page) => page.kind !== 'missing';

export const PAGES = SITES.flatMap(pagesOf);

// The heaviest page of each kind in each language, and every page of the golden site, which uses everything once.
export const SAMPLES = (() => {
  const heaviest = new Map();
  for (const page of PAGES.filter((page) => page.kind !== 'moved')) {
    const key = `${page.kind} ${page.lang}`;
    if ((heaviest.get(key)?.html.length ?? 0) < page.html.length) heaviest.set(key, page);
  }
  const golden = PAGES.filter((page) => page.site.name === 'golden' && page.kind !== 'moved');
  return [...new Set([...heaviest.values(), ...golden])];
})();

// One page of each kind in each language: of the project where it has one.
export const KINDS_ONCE = (() => {
  const first = new Map();
  for (const page of PAGES.filter((page) => page.kind !== 'moved')) {
    const key = `${page.kind} ${page.lang}`;
    if (!first.has(key)) first.set(key, page);
  }
  return [...first.values()];
})();
