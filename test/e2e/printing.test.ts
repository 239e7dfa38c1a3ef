import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, visit } from '../support/open-browser.ts';
import { openCockpit } from '../support/open-cockpit.ts';
import { startApp } from '../support/start-app.ts';

type Heading = { title: string; sheet: string; first: Heading | undefined };

/** A page as it goes to the printer: how many sheets, and on which of them each heading with headings below it stands. */
async function printed(page: Page): Promise<{ sheets: number; parents: Heading[] }> {
  const file = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const source = file.toString('latin1');
  const entry = /\n(\d+) 0 obj\n<<\/Title (.*)\n\/Dest \[(\d+) 0 R([\s\S]*?)\nendobj/g;
  const entries = [...source.matchAll(entry)].map(([, id = '', title = '', sheet = '', rest = '']) => {
    return { id, title: wordsOf(title), sheet, first: /\/First (\d+) 0 R/.exec(rest)?.[1] };
  });
  const heading = ({ title, sheet, first }: (typeof entries)[number]): Heading => {
    const below = entries.find(({ id }) => id === first);
    return { title, sheet, first: below && heading(below) };
  };
  const sheets = source.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  return { sheets: sheets.length, parents: entries.map(heading).filter(({ first }) => first) };
}

/** `(ASCII)`, or the hexadecimal digits of UTF-16. */
function wordsOf(title: string): string {
  const hex = /^<FEFF(.*)>$/.exec(title)?.[1];
  return hex ? Buffer.from(hex, 'hex').swap16().toString('utf16le') : title.slice(1, -1);
}

test('on paper the items of a checklist follow one another, and the head of an area keeps to its first item', async t => {
  const app = await startApp(t);
  const { page } = await visit(await openBrowser(t), app);
  for (const language of ['zh-CN', 'en']) {
    await page.goto(`/language/${language}?back=/checklists/street-quick-check`);
    const { sheets, parents } = await printed(page);
    assert.ok(sheets <= 14, `20 items on ${sheets} sheets in ${language}`);
    const areas = parents.filter(({ title }) => /^[A-E] /.test(title));
    assert.equal(areas.length, 5);
    for (const { title, sheet, first } of areas) assert.equal(sheet, first?.sheet, `${title} in ${language}`);
  }
});

test('two paper ballots share a sheet where they fit', async t => {
  const app = await startApp(t);
  const { address } = await openCockpit(app, { items: ['lifeline-asset-survey', 'lifeline-renewal-plan'] });
  const { page } = await visit(await openBrowser(t), app);
  await page.goto(`${address}/ballots`);
  const { sheets } = await printed(page);
  assert.equal(sheets, 1);
});
