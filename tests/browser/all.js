// Every test in a real browser. They share one browser, so they run in one process:
//
//   QADAM_BROWSER=/usr/bin/chromium node --test-reporter=spec tests/browser/all.js
import { readdirSync } from 'node:fs';
import { after } from 'node:test';
import { browser } from './browser.js';

const only = process.argv[2] ?? '';
for (const file of readdirSync(import.meta.dirname).sort()) {
  if (file.endsWith('.test.js') && file.includes(only)) await import(`./${file}`);
}
after(() => browser.close());
