import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import { untranslatedWords } from '../checklist/untranslated-words.ts';
import type { Format } from '../format.ts';

/** What was assessed, by which rules, and what was left out. */
export function scopePart(report: Report, format: Format) {
  return {
    facts: [
      ...identity(report, format),
      ...trailFacts(report, format),
      ...extent(report, format),
      ...policy(report, format),
      ...untranslated(report, format),
    ],
    city: cityFacts(report, format),
    excluded: excludedItems(report, format),
    excludedHint: format.t('report.scope.excluded.hint', {
      share: format.percent(roundScore(100 * report.result.excludedShare)),
      maximum: format.percent(roundScore(100 * report.checklist.maximumExcluded)),
    }),
  };
}

type Fact = { label: string; value: string; isCode: boolean };

function identity({ assessment, wholeChecklist, generatedAt }: Report, format: Format): Fact[] {
  const { t } = format;
  const { city, unitCode, parentCode, period, referenceDate } = assessment.setup;
  const version = { title: format.text(wholeChecklist.title), version: wholeChecklist.version };
  const generated = { day: format.day(format.isoDay(generatedAt)), time: format.time(generatedAt) };
  return [
    fact(t('report.scope.city'), unitCode ? t('report.scope.city.code', { city, code: unitCode }) : city),
    ...(parentCode ? [fact(t('report.scope.parent'), parentCode)] : []),
    fact(t('report.scope.period'), period),
    fact(t('report.scope.reference-date'), format.day(referenceDate)),
    fact(t('report.scope.state'), t(`report.state.${assessment.state}`)),
    fact(t('report.scope.generated'), t('report.scope.generated.value', generated)),
    fact(t('report.scope.checklist'), t('report.scope.checklist.value', version)),
    { ...fact(t('report.scope.hash'), assessment.checklist.sha256), isCode: true },
  ];
}

/** What the report is held against later: a milestone by its hash, the rest in the history. */
function trailFacts({ trail, milestone }: Report, { t }: Format): Fact[] {
  const kept = milestone
    ? [
        fact(t('milestone.scope.name'), milestone.name),
        { ...fact(t('milestone.sha256'), milestone.sha256), isCode: true },
        fact(t('milestone.scope.program'), milestone.program),
      ]
    : [];
  if (!trail) return kept;
  return [
    ...kept,
    fact(t('trail.changes'), t('trail.changes.count', { count: trail.seq })),
    { ...fact(t('trail.head'), trail.head), isCode: true },
  ];
}

function extent({ assessment, checklist, wholeChecklist }: Report, format: Format): Fact[] {
  const { t } = format;
  const total = wholeChecklist.areas.length;
  const areas = checklist.areas.map(({ code, title }) => `${code} ${format.text(title)}`);
  const some = { count: areas.length, total, areas: format.list(areas) };
  const items = { count: itemsOf(checklist).length, total: itemsOf(wholeChecklist).length };
  return [
    fact(
      t('report.scope.areas'),
      areas.length === total ? t('report.scope.areas.all', { total }) : t('report.scope.areas.some', some),
    ),
    fact(t('report.scope.items'), t(`report.scope.items.${assessment.setup.scope?.items ?? 'all'}`, items)),
  ];
}

function policy({ checklist, wholeChecklist, bottomLines }: Report, format: Format): Fact[] {
  const { t } = format;
  const cap = wholeChecklist.bottomLine?.cap;
  const off = bottomLines.filter(({ state }) => state === 'off');
  const capWords =
    cap === undefined
      ? t('report.scope.cap.none')
      : t(checklist.bottomLine ? 'report.scope.cap.on' : 'report.scope.cap.off', { cap });
  const offWords = off.map(({ item }) => `${item.code} ${format.text(item.item.title)}`);
  return [
    fact(t('report.scope.cap'), capWords),
    fact(t('report.scope.off'), off.length === 0 ? t('report.scope.off.none') : format.list(offWords)),
  ];
}

/** Last, because files in both languages join the facts by their order. */
function untranslated({ checklist }: Report, format: Format): Fact[] {
  const words = untranslatedWords(checklist, format);
  return words === undefined ? [] : [fact(format.t('untranslated.label'), words)];
}

function cityFacts({ wholeChecklist, assessment }: Report, { t, text }: Format) {
  return (wholeChecklist.facts ?? []).map(({ id, question }) => {
    const stated = assessment.setup.profile[id];
    const answer = stated === undefined ? 'unstated' : stated ? 'yes' : 'no';
    return { question: text(question), answer: t(`report.scope.fact.${answer}`) };
  });
}

function excludedItems(report: Report, format: Format) {
  return report.items
    .filter(({ state }) => state === 'not-applicable' || state === 'not-our-mandate' || state === 'excluded-by-fact')
    .map(item => ({
      title: `${item.code} ${format.text(item.item.title)}`,
      state: format.t(`report.answer.${item.state}`),
      reason: item.state === 'excluded-by-fact' ? factReason(item, report, format) : (item.answer?.reason ?? ''),
    }));
}

function factReason({ item }: ItemReport, { wholeChecklist }: Report, format: Format): string {
  const { conditional } = item;
  const fact = wholeChecklist.facts?.find(({ id }) => typeof conditional === 'object' && id === conditional.fact);
  return fact ? format.t('report.scope.excluded.by-fact', { question: format.text(fact.question) }) : '';
}

function fact(label: string, value: string): Fact {
  return { label, value, isCode: false };
}
