import type { Answer } from '#assessment/answer.ts';
import type { AskedItem, DepartmentWork } from '#assessment/department-work.ts';
import { workLeft } from '#assessment/progress.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import type { Area, Item } from '#checklist/checklist-schema.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import { itemHead } from '../assessment/item-head.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { opinionHint } from '../assessment/opinion-cards.ts';
import { dueWords } from '../assessment/overview-page.ts';
import { levelRows } from '../checklist/item-words.ts';
import { evidenceSentence } from '../evidence/evidence-sentence.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { shortItems } from '../report/short-items.ts';
import { type Suggested, suggestedFor } from '../suggestions/suggested.ts';
import { suggestionHint } from '../suggestions/suggestion-hint.ts';
import { departmentActions } from './department-actions.ts';
import { departmentBricks } from './department-bricks.ts';
import { departmentLink, nobody } from './department-link.ts';
import { departmentTables } from './department-tables.ts';
import { submissionHref } from './submission-page.ts';

/** `origin`: the assessment whose answers are suggested. */
type Opened = { open: OpenAssessment; workshops: readonly StoredWorkshop[]; origin: OpenAssessment | undefined };
type Given = Opened & { short: Set<string>; suggested: Suggested | undefined; format: Format };

/** What is asked of one department, to be read or printed and handed out. */
export function departmentPage(work: DepartmentWork, opened: Opened, format: Format, now: Date): Page {
  const { open } = opened;
  const { assessment, checklist } = open;
  const { city, period, due } = assessment.setup;
  const { name } = departmentLink(assessment.id, work.departmentId, { checklist, format });
  const suggested = suggestedFor(open, opened.origin, areasOf(work, open));
  const given: Given = { ...opened, short: shortItems(open), suggested, format };
  return {
    template: 'departments/department',
    title: format.t('departments.one.title', { department: name, city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      name,
      letterhead: format.t('departments.letterhead', { city, period }),
      back: `/assessments/${assessment.id}/departments`,
      submission: submissionHref(assessment.id, work.departmentId, { checklist, format }),
      lead: leadOf(work, given),
      due: due && assessment.state === 'open' ? dueWords(due, format, now) : '',
      facts: factsOf(open, format),
      offline: {
        download: `/assessments/${assessment.id}/pack.xlsx?department=${encodeURIComponent(work.departmentId ?? nobody)}`,
        upload: `/assessments/${assessment.id}/import`,
      },
      bricks: departmentBricks(work.leads, open, format),
      leads: work.leads.map(asked => leadView(asked, given)),
      tables: departmentTables(work, open, format),
      supports: work.supports.map(asked => supportView(asked, given)),
      actions: departmentActions(work.departmentId, open, { format, today: format.isoDay(now) }),
    },
  };
}

/** Narrowed to what the department leads. */
function areasOf({ leads }: DepartmentWork, { checklist }: OpenAssessment): Area[] {
  const asked = new Set(leads.map(({ item }) => item.id));
  return checklist.areas.map(area => ({ ...area, items: area.items.filter(({ id }) => asked.has(id)) }));
}

function leadOf({ leads }: DepartmentWork, { short, format: { t } }: Given): string {
  if (leads.length === 0) return t('departments.one.no-lead');
  const answered = leads.filter(asked => asked.answered).length;
  const warned = leads.filter(({ item }) => short.has(item.id)).length;
  const counts = { count: leads.length, answered, open: leads.length - answered };
  const words = answered === leads.length ? t('departments.one.complete', counts) : t('departments.one.lead', counts);
  return warned > 0 ? `${words}${t('departments.one.warned', { count: warned })}` : words;
}

function factsOf({ assessment }: OpenAssessment, { t, day }: Format) {
  const { city, period, referenceDate, due } = assessment.setup;
  return [
    { label: t('departments.fact.assessment'), value: `${city} ${period}` },
    { label: t('departments.fact.reference-date'), value: day(referenceDate) },
    { label: t('departments.fact.due'), value: due ? day(due) : t('departments.fact.no-due') },
  ];
}

function leadView(asked: AskedItem, given: Given) {
  const { item } = asked;
  const { open, short, format } = given;
  const answer = findAnswer(open.assessment, item.id);
  const { bottomLine, core, question } = itemHead(item, open, format);
  const isShort = short.has(item.id);
  const evidence = evidenceSentence({ item, open, answer }, format);
  return {
    ...linkOf(asked, given),
    ...{ bottomLine, core, question, answered: asked.answered },
    answer: answerOf(item, given),
    opinion: opinionHint({ item, ...given }, format),
    suggestion: suggestionHint(item, given.suggested, format),
    warning: isShort ? evidence : null,
    evidence: isShort ? null : evidence,
    support: (item.support ?? []).map((id, index) => ({
      ...departmentLink(open.assessment.id, id, { checklist: open.checklist, format }),
      separator: index > 0 ? format.list(['', '']) : '',
    })),
    action: actionOf(item, answer, format),
    byHand: isToFill(answer, open) ? levelRows(item, open.checklist, format) : null,
    handGuidance: item.levels === undefined && item.guidance ? format.text(item.guidance) : null,
    handLine: handLine(item, format),
  };
}

function actionOf(item: Item, answer: Answer | undefined, { t }: Format): string | null {
  const left = workLeft(item, answer);
  if (left === 'done') return null;
  return t(left === 'unanswered' ? 'departments.one.answer' : 'departments.one.go-on', { code: item.code });
}

/** What is filled in on paper, in the field. */
function handLine({ kind }: Item, { t }: Format): string {
  switch (kind) {
    case 'yes-no':
      return t('departments.by-hand.yes-no');
    case 'deduction':
      return t('departments.by-hand.deduction');
    default:
      return t('departments.by-hand.level');
  }
}

/** On paper: also where nobody knew yet. */
function isToFill(answer: Answer | undefined, { assessment }: OpenAssessment): boolean {
  return assessment.state === 'open' && (answer === undefined || answer.answer === 'unknown');
}

function supportView(asked: AskedItem, given: Given) {
  const { open, format } = given;
  return {
    ...linkOf(asked, given),
    answer: answerOf(asked.item, given),
    lead: departmentLink(open.assessment.id, asked.item.lead, { checklist: open.checklist, format }),
  };
}

function linkOf({ item, areaId }: AskedItem, { open, format }: Given) {
  return {
    code: item.code,
    title: format.text(item.title),
    href: `/assessments/${open.assessment.id}/areas/${areaId}#${item.code}`,
  };
}

function answerOf(item: Item, { open, format }: Given) {
  const answer = findAnswer(open.assessment, item.id);
  return answer
    ? answerTitle(answer, item, open.checklist, format)
    : { chip: null, words: format.t('assessment.unanswered') };
}
