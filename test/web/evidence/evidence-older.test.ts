import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEvidence } from '#assessment/evidence-register.ts';
import { evidencePage } from '#web/evidence/evidence-page.ts';
import { evidenceQuerySchema } from '#web/evidence/evidence-query.ts';
import { registerPage } from '#web/evidence/evidence-register-page.ts';
import { formatIn } from '#web/format.ts';
import type { Page } from '#web/page.ts';
import { openTemplates } from '#web/render-page.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const render = openTemplates(words);
const now = () => new Date(0);
const format = formatIn({ language: 'zh-CN', t: words.translate('zh-CN'), timeZone: 'Asia/Shanghai', now });
const checklist = buildChecklist();

/** As assessments were before a record was one within its assessment: one id, two contents; and a record without an id. */
const assessment = buildAssessment({
  a1: { answer: 'unknown', evidence: [{ id: 'r1', kind: 'document', title: '甲方案' }] },
  b2: {
    answer: 'unknown',
    evidence: [
      { id: 'r1', kind: 'audit', title: '乙检验' },
      { kind: 'event', title: '无编号的' },
    ],
  },
});
const open = buildOpen(assessment, checklist);

function html({ template, view }: Page): string {
  return render(`pages/${template}`, view, 'zh-CN');
}

test('the register warns of a record that says different things, and shows one without an id without a link', () => {
  const text = html(registerPage({ open, query: evidenceQuerySchema.parse({}), fileStates: new Map() }, format));
  assert.match(text, /甲方案<\/a>.*A1<\/a> .*B2<\/a> .*各项内容不一致/s);
  assert.match(text, /<span>无编号的/);
});

test('the page of such a record shows every version with its item', () => {
  const entry = findEvidence(assessment, 'r1') ?? assert.fail();
  const text = html(evidencePage({ open, entry, changes: [], fileState: 'whole', uploads: false }, format));
  assert.match(text, /各项里的内容不一致.*A1　[^<]*甲方案.*B2　[^<]*乙检验/s);
});
