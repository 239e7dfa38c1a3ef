import type { ActionContent } from '#assessment/action.ts';
import type { Evidence } from '#assessment/evidence.ts';
import { mostOfCells } from '#assessment/matrix-cells.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { ItemReport } from '#report/item-report.ts';
import { roundCoverage } from '#scoring/rounding.ts';
import { type Languages, type SheetLanguage, say } from './workbook-wording.ts';

/** What was answered, as people read it; empty unless it is scored. */
export function valueWords({ item, answer, fraction }: ItemReport, language: SheetLanguage): string {
  if (fraction === null || answer?.value === undefined) return '';
  return typeof answer.value === 'object'
    ? language.t('assessment.value.matrix', { percent: roundCoverage(fraction) ?? 0 })
    : figureWords(answer.value, item, language);
}

/** What an item will have. */
export function targetWords(target: ActionContent['target'], item: Item, language: SheetLanguage): string {
  if (target === undefined) return language.t('actions.target.evidence-only');
  return item.kind === 'matrix'
    ? language.t('actions.target.points', { points: Number(target), most: mostOfCells(item) })
    : figureWords(target, item, language);
}

function figureWords(figure: number | boolean, item: Item, { t, text }: SheetLanguage): string {
  const value = String(figure);
  switch (item.kind) {
    case 'maturity':
      return t('assessment.value.maturity', { level: value });
    case 'metric':
      return text(item.unit) === '%' ? t('site.percent', { value }) : `${value} ${text(item.unit)}`;
    case 'deduction':
      return t('assessment.value.deduction', { value });
    case 'yes-no':
      return t(figure === true ? 'report.csv.yes' : 'report.csv.no');
    case 'matrix':
      return value;
  }
}

/** The reason for an answer without a level, and the note. What a person wrote stands once, in whatever language. */
export function remarkLines({ answer }: ItemReport, languages: Languages): string {
  const reason = answer?.reason;
  const words =
    reason === undefined
      ? []
      : [
          say(languages, ({ t }) =>
            t('report.reason', { reason: answer?.answer === 'withheld' ? t(`assessment.withheld.${reason}`) : reason }),
          ),
        ];
  return [...words, ...(answer?.note ? [answer.note] : [])].join('\n');
}

/** One record a line: what is in force, then what is not. */
export function evidenceLines({ evidenceInForce, evidenceNotInForce }: ItemReport, languages: Languages): string {
  return [
    ...evidenceInForce.map(record => evidenceLine(record, languages)),
    ...evidenceNotInForce.map(
      record =>
        `${evidenceLine(record, languages)} ${languages.map(({ t }) => t('workbook.not-in-force')).join(' / ')}`,
    ),
  ].join('\n');
}

function evidenceLine({ kind, title, number }: Evidence, languages: Languages): string {
  const kinds = [...new Set(languages.map(({ t }) => t(`assessment.evidence.${kind}`)))].join(' / ');
  const [first] = languages;
  const words = { kind: kinds, title };
  if (!first) return title;
  return number === undefined
    ? first.t('report.evidence.line', words)
    : first.t('report.evidence.line.details', { ...words, details: number });
}
