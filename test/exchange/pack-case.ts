import type { Answer } from '#assessment/answer.ts';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { diffIncoming, type IncomingDiff } from '#assessment/incoming-diff.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PackFor } from '#exchange/pack-content.ts';
import { type RawCell, type RawSheet, type RawWorkbook, readRawWorkbook } from '#exchange/raw-workbook.ts';
import { readPack } from '#exchange/read-pack.ts';
import { writePack } from '#exchange/write-pack.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { wordings } from '../support/wordings.ts';

const line = (id: string) => ({ id, label: { zh: `行 ${id}`, en: `row ${id}` } });

/** Every kind of item; two departments, one of which has only a row of the table. */
export const checklist: Checklist = buildChecklist({
  departments: [
    { id: 'housing', name: { zh: '住房城乡建设', en: 'Housing' } },
    { id: 'fire', name: { zh: '消防救援', en: 'Fire' } },
  ],
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1', { lead: 'housing', conditional: true }),
        buildItem('a2', { lead: 'housing', levels: { '3': { zh: '有 1 份记录', en: 'there is 1 record' } } }),
        {
          ...{ id: 'a3', code: 'A3', title: { zh: '更新率', en: 'Share' }, kind: 'metric', unit: '%' },
          ...{ direction: 'higher-is-better', min: 0, max: 100, bands: [{ at: 50, level: 3 }] },
        },
        { ...{ id: 'a4', code: 'A4', title: { zh: '处数', en: 'Count' }, kind: 'deduction', points: 10, per: 1 } },
        { id: 'a5', code: 'A5', title: { zh: '是否', en: 'Whether' }, kind: 'yes-no' },
        {
          ...{ id: 'a6', code: 'A6', title: { zh: '一览', en: 'Table' }, kind: 'matrix', lead: 'housing', cellMax: 3 },
          ...{ rows: [line('housing'), line('fire')], columns: [line('gas'), line('flood')] },
        },
      ],
    }),
    buildArea('b', { items: [buildItem('b1', { title: { zh: '=1+1', en: '=1+1' } })] }),
  ],
});

export const evidence = {
  id: 'e1',
  kind: 'document',
  title: '普查报告',
  date: '2026-03-02',
  link: 'https://example.cn/a',
} as const;

export const answers: Record<string, Answer> = {
  a1: { answer: 'not-applicable', reason: '本市没有', note: '=HYPERLINK("x")\n第二行' },
  a2: { answer: 'scored', value: 3, evidence: [evidence, { id: 'e2', kind: 'audit', title: '检验 <b>' }] },
  a3: { answer: 'scored', value: 92.5 },
  a4: { answer: 'scored', value: 2, note: '& <script>' },
  a5: { answer: 'withheld', reason: 'work-secret' },
  a6: { answer: 'scored', value: { housing: { gas: 1 }, fire: { flood: 0 } } },
};

export const assessment: Assessment = buildAssessment(answers);

export async function packOf(
  given: Assessment = assessment,
  packFor: PackFor = 'everybody',
  language: 'zh' | 'en' = 'zh',
) {
  const bytes = await writePack(
    { assessment: given, checklist, packFor, exportedAt: '2026-11-20T02:00:00.000Z', last: new Map() },
    wordings[language],
  );
  return Buffer.from(bytes);
}

type Against = { assessment?: Assessment; changes?: AssessmentChange[]; checklist?: Checklist };

export async function diffOf(bytes: Buffer, given: Against = {}): Promise<IncomingDiff> {
  return diffOfRaw(await readRawWorkbook(bytes), given);
}

export function diffOfRaw(raw: RawWorkbook, given: Against = {}): IncomingDiff {
  const state = { assessment: given.assessment ?? assessment, checklist: given.checklist ?? checklist };
  const known = { checklist: state.checklist, wordings: [wordings.zh, wordings.en] };
  return diffIncoming(readPack(raw, state.assessment, known), { ...state, changes: () => given.changes ?? [] });
}

type Typed = string | number | null | { kind: RawCell['kind']; text: string };

/** The workbook with these cells typed over, by address such as "填报!G11"; quicker than saving and reading it again. */
export function typedOver(raw: RawWorkbook, cells: Record<string, Typed>): RawWorkbook {
  return { ...raw, sheets: raw.sheets.map(sheet => Object.entries(cells).reduce(withCell, sheet)) };
}

function withCell(sheet: RawSheet, [address, typed]: [string, Typed]): RawSheet {
  const [, name, letter = '', row] = /^(.+)!([A-Z])(\d+)$/.exec(address) ?? [];
  if (name !== sheet.name) return sheet;
  const place = { row: Number(row), column: letter.charCodeAt(0) - 64 };
  const others = sheet.cells.filter(cell => cell.row !== place.row || cell.column !== place.column);
  const content = contentOf(typed);
  return { ...sheet, cells: content ? [...others, { ...place, ...content }] : others };
}

function contentOf(typed: Typed): Pick<RawCell, 'kind' | 'text'> | undefined {
  if (typed === null) return undefined;
  if (typeof typed === 'object') return typed;
  return { kind: typeof typed === 'number' ? 'number' : 'text', text: String(typed) };
}

/** The assessment after the changes, and they themselves. */
export function after(changes: AssessmentChange[], before: Assessment = assessment): Assessment {
  return changes.reduce<Assessment>((state, change) => applyChange(state, change), before);
}
