import type { PrintedBlock } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { untranslatedWords } from '../checklist/untranslated-words.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { cleanPart } from '../printed/clean-printed.ts';
import { summaryOf } from '../printed/printed-summary.ts';
import { printedSections } from '../printed/printed-view.ts';
import { summaryPart } from './report-summary.ts';

/** The leader's summary alone, on one sheet of paper. */
export function reportSummaryPage(report: Report, format: Format): Page {
  const { t } = format;
  const { city, period } = report.assessment.setup;
  const title = t('printed.summary.page', { city, period });
  const { blocks } = cleanPart(summaryOf(report, format));
  return {
    template: 'report/report-summary',
    layout: 'print',
    title,
    section: 'none',
    view: {
      title,
      report: `/assessments/${report.assessment.id}/report`,
      seal: summaryPart(report, format).seal,
      figures: blocks.flatMap(figuresIn),
      state: t(`report.state.${report.assessment.state}`),
      ...textOf(blocks),
      foot: footOf(report, format),
    },
  };
}

/** The first paragraph stands beside the seal, the note at the foot, what is between in sections. */
function textOf(blocks: PrintedBlock[]) {
  const [lead] = blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []));
  const notes = blocks.flatMap(block => (block.kind === 'note' ? [block.text] : []));
  const sections = printedSections(blocks.filter(({ kind }) => kind !== 'table' && kind !== 'note'));
  return { lead: lead ?? '', notes, sections: sections.filter(({ heading }) => heading !== null) };
}

function figuresIn(block: PrintedBlock) {
  if (block.kind !== 'table') return [];
  const [row = []] = block.table.rows;
  return block.table.columns.map(({ title }, index) => ({ label: title, value: row[index]?.text ?? '—' }));
}

const hashShown = 16;

function footOf(report: Report, format: Format): string[] {
  const { assessment, wholeChecklist, generatedAt, trail } = report;
  const { t, text, day, dayAndTime } = format;
  const untranslated = untranslatedWords(report.checklist, format);
  const checklist = { checklist: text(wholeChecklist.title), version: wholeChecklist.version };
  return [
    t('printed.summary.foot', {
      ...checklist,
      day: day(assessment.setup.referenceDate),
      generated: dayAndTime(generatedAt),
    }),
    ...(trail ? [t('printed.summary.trail', { count: trail.seq, head: trail.head.slice(0, hashShown) })] : []),
    ...(untranslated === undefined ? [] : [untranslated]),
  ];
}
