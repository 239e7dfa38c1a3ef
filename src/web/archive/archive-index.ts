import { languageSchema } from '#shared/text.ts';
import type { ArchiveContents, ArchivePart } from '../app-dependencies.ts';
import { sizeWords } from '../evidence/evidence-words.ts';
import type { Format } from '../format.ts';
import { rangeWords } from '../report/report-bar.ts';
import { chartTitle } from '../report/report-charts.ts';
import { reportTexts } from '../report/report-texts.ts';
import type { ArchiveContext } from './archive-context.ts';
import { offlineFrame } from './offline-frame.ts';

const frame = offlineFrame('archive.css');

/** `index.html`: what is in the archive, in both languages whatever was asked for, to be opened from a disk without internet. */
export function indexPart(contents: ArchiveContents, context: ArchiveContext): ArchivePart {
  return {
    path: 'index.html',
    kind: 'index',
    content: async () => context.site.render('pages/archive/index', indexView(contents, context), 'zh-CN'),
  };
}

/** Chinese first. */
function formatsOfIndex({ site }: ArchiveContext): Format[] {
  return languageSchema.options.map(language => site.formats[language]);
}

function indexView(contents: ArchiveContents, context: ArchiveContext) {
  const { report } = context;
  const formats = formatsOfIndex(context);
  const texts = formats.map(format => reportTexts(report, format));
  const both = (words: (format: Format) => string) => inBoth(formats, words);
  return {
    ...frame,
    title: texts.map(({ title }) => title).join(' / '),
    heading: twice(texts[0]?.title ?? '', texts[1]?.title ?? ''),
    lead: both(({ t, minute }) =>
      t('archive.lead', { time: minute(report.generatedAt), state: t(`report.state.${report.assessment.state}`) }),
    ),
    figures: figuresOf(
      context,
      texts.map(({ grade }) => grade),
      both,
    ),
    failedHeading: both(({ t }) => t('archive.failed', { count: contents.failed.length })),
    failed: contents.failed.map(({ path, kind, reason }) => ({
      path,
      kind: kindWords(kind, context, both),
      reason: both(({ t }) => t(`archive.reason.${reason}`)),
    })),
    hasFailed: contents.failed.length > 0,
    filesHeading: both(({ t }) => t('archive.files', { count: contents.written.length })),
    columns: ['file', 'what', 'size', 'sha256'].map(column => both(({ t }) => t(`archive.column.${column}`))),
    files: contents.written.map(({ path, kind, size, sha256 }) => ({
      ...{ path, sha256, href: hrefOf(path), size: sizeWords(size), kind: kindWords(kind, context, both) },
    })),
    chartsHeading: both(({ t }) => t('archive.charts')),
    charts: chartsIn(contents, context, both),
    hasCharts: contents.written.some(isDrawing),
    checkHeading: both(({ t }) => t('archive.check')),
    checks: ['manifest', 'trail', 'milestone', 'evidence'].map(part => both(({ t }) => t(`archive.check.${part}`))),
    foot: both(({ t }) => t('report.method.proposals')),
  };
}

/** `en` is null where it reads as the Chinese does: for numbers. */
type Words = { zh: string; en: string | null };
type Both = (words: (format: Format) => string) => Words;

function inBoth([zh, en]: Format[], words: (format: Format) => string): Words {
  return twice(zh ? words(zh) : '', en ? words(en) : '');
}

function twice(zh: string, en: string): Words {
  return { zh, en: zh.replaceAll(' ', '') === en.replaceAll(' ', '') ? null : en };
}

function figuresOf({ report }: ArchiveContext, grades: string[], both: Both) {
  const { overall } = report;
  const [zh = '', en = ''] = grades;
  return [
    { label: both(({ t }) => t('archive.grade')), value: twice(zh, en), note: null },
    {
      label: both(({ t }) => t('report.claimed')),
      ...same(both(({ score }) => score(overall.score))),
      note: both(format => format.t('report.range.words', { range: rangeWords(overall, format) })),
    },
    {
      label: both(({ t }) => t('report.supported')),
      ...same(both(({ score }) => score(overall.supported))),
      note: null,
    },
    {
      label: both(({ t }) => t('report.coverage')),
      ...same(both(({ percent }) => percent(overall.coverage))),
      note: null,
    },
  ];
}

function same(value: Words): { value: Words } {
  return { value };
}

function kindWords(kind: string, { report }: ArchiveContext, both: Both): Words {
  const [, base = kind, name = ''] = /^([^:]+):(.*)$/s.exec(kind) ?? [];
  if (base !== 'chart') return both(({ t }) => t(`archive.kind.${base}`, { name }));
  return both(format => format.t('archive.kind.chart', { title: chartTitle(report, name, format) }));
}

function chartsIn({ written }: ArchiveContents, context: ArchiveContext, both: Both) {
  return written.filter(isDrawing).map(({ path, kind }) => {
    const { zh, en } = kindWords(kind, context, both);
    return { src: hrefOf(path), alt: [zh, en].filter(words => words !== null).join(' / ') };
  });
}

function isDrawing({ path, kind }: ArchiveContents['written'][number]): boolean {
  return kind.startsWith('chart:') && path.endsWith('.svg');
}

/** A name may hold `#` or `%`. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
