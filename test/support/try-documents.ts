import { writeFileSync } from 'node:fs';
import { openDocumentRenderers } from '#publish/documents/document-renderers.ts';
import { demoCharts } from './demo-report.ts';
import { buildPrintedReport, buildTinyReport } from './printed-report.ts';
const r = openDocumentRenderers();
const kinds = (process.argv[2] ?? 'pdf').split(',');
const zh = buildPrintedReport('zh-CN', { charts: await demoCharts('zh-CN') });
const en = buildPrintedReport('en', { charts: await demoCharts('en') });
const signal = new AbortController().signal;
for (const kind of kinds as ('pdf'|'docx')[]) for (const [name, reports] of [['zh',[zh]],['both',[zh,en]],['tiny',[buildTinyReport('zh-CN')]],['big',[buildPrintedReport('zh-CN',{items:5000})]],['zh',[zh]]] as const) {
  const t = performance.now();
  const steps: string[] = [];
  try { const f = await r[kind].render(reports, { signal, onProgress: p => steps.push(`${p.step}@${(performance.now()-t).toFixed(0)}`) });
  writeFileSync(`/tmp/documents/${name}.${kind}`, f);
  console.log(kind, name, f.length, (performance.now()-t).toFixed(0), steps.join(' ')); } catch (e: any) { console.log(kind, name, e.code, e.cause?.message.slice(0,1500)); }
}
await r.close();
