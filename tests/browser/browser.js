// One browser for all tests, pages of it in lanes, and what they report besides what they show.
import { chromium } from 'playwright-core';

// More lanes than cores: a lane waits for the browser most of its time.
const LANES = 3;

const executablePath = process.env.QADAM_BROWSER;
if (!executablePath) {
  console.error('QADAM_BROWSER names no browser; `tests/run` finds one.');
  process.exit(2);
}

export const browser = await chromium.launch({
  executablePath,
  // The pages are ours, and the sandbox does not work for root.
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}).catch((error) => {
  console.error(`The browser \`${executablePath}\` does not start: ${error.message}`);
  process.exit(2);
});

// Opens every page in a context of these options and calls `look(tab, page, heard)`.
//
// `heard` has what the tab asked for and complained of since the page began to load. The faults that `look` returns
// come back with the name of their page.
export async function eachPage(pages, options, look) {
  const faults = [];
  const queue = [...pages];
  const { at = (page) => page.url, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  context.setDefaultTimeout(10_000);
  const lane = async () => {
    const tab = await context.newPage();
    const heard = { requests: [], complaints: [] };
    tab.on('request', (request) => heard.requests.push(request.url()));
    tab.on('console', (message) => heard.complaints.push(`${message.type()}: ${message.text()}`));
    tab.on('pageerror', (error) => heard.complaints.push(`error: ${error.message}`));
    tab.on('requestfailed', (request) => heard.complaints.push(`failed: ${request.url()}`));
    for (let page = queue.shift(); page; page = queue.shift()) {
      heard.requests.length = 0;
      heard.complaints.length = 0;
      try {
        await tab.goto(at(page));
        for (const fault of (await look(tab, page, heard)) ?? []) faults.push(`${page}: ${fault}`);
      } catch (error) {
        faults.push(`${page}: ${error.message.split('\n')[0]}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await context.close();
  return faults.sort();
}

// Fails with the faults as its message, the first of them where they are many.
export function assertNone(faults) {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 25).join('\n  ');
  throw new Error(`${faults.length} faults:\n  ${shown}${faults.length > 25 ? '\n  …' : ''}`);
}
