// `qadam serve` as the person who writes sees it: the page renews itself after a save, stays where its reader was, keeps
// what he unfolded, takes new styles, and shows what is wrong.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { browser } from './browser.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = 'kk/acts/almaty/2019-2-260/01-job-seeker-registration/';
const TRANSLATION = 'regulations/translations/almaty/2019-2-260/ru-kk.yaml';

describe('the preview', () => {
  let folder, server, url, context, tab;
  const heard = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qadam-preview-'));
    const ours = (path) => !path.startsWith(join(ROOT, 'site/public')) && !/\/\.public-/.test(path);
    for (const part of ['regulations', 'site']) cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: ours });
    server = spawn(join(ROOT, 'target/debug/qadam'), ['serve', '--port', '0', '--lang', 'ru'], { cwd: folder });
    url = await new Promise((resolve, reject) => {
      createInterface(server.stdout).on('line', (line) => {
        const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line);
        if (address) resolve(address[0]);
      });
      server.on('error', reject);
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    tab = await context.newPage();
    tab.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
    tab.on('pageerror', (error) => heard.push(error.message));
    tab.on('request', (request) => request.url().startsWith(url) || heard.push(`asked for ${request.url()}`));
    await tab.goto(url + PAGE, { waitUntil: 'load' });
  });

  after(async () => {
    await context?.close();
    server?.kill();
    if (folder) rmSync(folder, { recursive: true });
  });

  const edit = (path, from, to) => {
    const text = readFileSync(join(folder, path), 'utf8');
    assert.ok(text.includes(from), `${path} has \`${from}\``);
    writeFileSync(join(folder, path), text.replaceAll(from, to));
    return text;
  };
  const shows = (words) => tab.waitForFunction((words) => document.body.innerText.includes(words), words, { timeout: 20_000 });

  test('renews the page where its reader is, with what he unfolded', async () => {
    await tab.evaluate(() => {
      const folded = [...document.querySelectorAll('main details')];
      folded.slice(0, 3).forEach((details) => { details.open = true; });
      document.getElementById('p8').scrollIntoView();
      window.here = 'the page was not loaded anew';
    });
    const look = () => tab.evaluate(() => ({
      top: Math.round(document.getElementById('p8').getBoundingClientRect().top),
      open: document.querySelectorAll('main details[open]').length,
      here: window.here,
    }));
    const seen = await look();
    assert.ok(seen.open >= 3);
    // Above the place that is read, the page grows.
    edit(TRANSLATION, 'kk: Жалпы ережелер', 'kk: Жалпы СЫНАҚ ережелер');
    await shows('СЫНАҚ');
    assert.deepEqual(await look(), seen);
  });

  test('shows what is wrong with file and line above the page, and takes it away when it is mended', async () => {
    const sound = edit('regulations/places.yaml', 'kind: city', 'kind: citi');
    const line = sound.slice(0, sound.indexOf('kind: city')).split('\n').length;
    await shows(`regulations/places.yaml:${line}:`);
    const panel = tab.locator('.qadam-faults');
    assert.match(await panel.innerText(), /1 ошибка.*unknown-word/s);
    assert.equal(await panel.getAttribute('lang'), 'ru');
    assert.ok(await tab.locator('#p8').count(), 'the page as it was stands below');
    writeFileSync(join(folder, 'regulations/places.yaml'), sound);
    await panel.waitFor({ state: 'detached', timeout: 20_000 });
  });

  test('takes new styles without a reload', async () => {
    const colour = () => tab.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
    const style = join(folder, 'site/assets/style.css');
    writeFileSync(style, `${readFileSync(style, 'utf8')}\nh1 { color: rgb(1, 2, 3) }\n`);
    await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)', null, { timeout: 20_000 });
    assert.equal(await colour(), 'rgb(1, 2, 3)');
    assert.equal(await tab.evaluate(() => window.here), 'the page was not loaded anew');
  });

  test('asks nobody else, and breaks no rule of the page', () => assert.deepEqual(heard, []));
});
