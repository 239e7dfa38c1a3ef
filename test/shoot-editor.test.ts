import { test } from 'node:test';
import { browser as agentOf } from './support/api-client.ts';
import { openBrowser, visit } from './support/open-browser.ts';
import { startApp } from './support/start-app.ts';
import { readForm } from './support/read-form.ts';
test('shoot', async t => {
  const app = await startApp(t);
  const agent = await agentOf(app);
  await agent.post('/new-checklist').type('form').send({ from: 'resilient-city/0.2.0', 'title.zh': '澜川市韧性城市检查表（本市版）', id: 'lanchuan' }).expect(303);
  const d = '/checklist-drafts/lanchuan';
  await agent.post('/new-checklist').type('form').send({ from: '', 'title.zh': '空表', id: 'leer' }).expect(303);
  const b = await openBrowser(t);
  const shots: [string, string][] = [['list', '/checklists'], ['draft', d], ['about', d + '/head/about'], ['sources', d + '/head/sources'], ['scale', d + '/head/scale'], ['item', d + '/areas/lifeline/items/lifeline-asset-survey'], ['empty', '/checklist-drafts/leer'], ['start', '/new-checklist'], ['import', '/import-checklist'],['area', d+'/areas/lifeline'],['new', '/assessments/new']];
  const only = process.env.ONLY?.split(',');
  for (const [w, lang, scheme] of [[1440, 'zh-CN', 'light'], [390, 'zh-CN', 'light'], [768, 'en', 'dark']] as const) {
    const { page, problems } = await visit(b, app, { viewport: { width: w, height: 900 }, colorScheme: scheme });
    await page.goto('/language/' + lang + '?back=/checklists');
    for (const [n, a] of shots) {
      if (only && !only.includes(n)) continue;
      await page.goto(a);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) console.log('WIDE', n, w, wide);
      await page.screenshot({ path: `/tmp/editor/${n}-${w}.png`, clip: undefined, fullPage: false });
      const h = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({ path: `/tmp/editor/${n}-${w}-full.png`, fullPage: true, clip: { x: 0, y: 0, width: w, height: Math.min(h, 2600) } });
    }
    console.log(problems);
  }
  const { page } = await visit(b, app, { viewport: { width: 1440, height: 900 } });
  await page.goto(d + '/areas/lifeline/items/lifeline-asset-survey');
  await page.fill('[name="title.zh"]', ''); await page.fill('[name="weight"]', 'viel');
  await page.click('.editor-save button'); 
  await page.screenshot({ path: `/tmp/editor/faulty.png` , fullPage: true, clip: {x:0,y:0,width:1440,height:2400}});
});
