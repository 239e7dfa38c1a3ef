import type { Report } from '#report/report.ts';
import { type Fault, faultInLanguage } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import { milestoneQuery } from '../report/report-charts.ts';
import { documentKinds, fileLanguages, reportFiles } from './document-kinds.ts';
import { partsOf } from './prepare-document.ts';

/** As sent, to be shown again; undefined where nothing was sent yet. */
export type SentChoice = { format: string; language: string; parts: readonly string[] };

/** The form by which a document is chosen, with the files for machines beside it. */
export function documentForm(report: Report, { sent, faults }: { sent?: SentChoice; faults: Fault[] }, format: Format) {
  const { t } = format;
  const base = `/assessments/${report.assessment.id}`;
  const language = sent?.language ?? format.language;
  const kind = sent?.format ?? documentKinds[0];
  return {
    action: `${base}/documents${milestoneQuery(report)}`,
    errors: faults.map(fault => faultWords(fault, format)),
    formats: documentKinds.map(value => ({
      ...{ value, label: t(`documents.format.${value}`), hint: t(`documents.format.${value}.hint`) },
      checked: value === kind,
    })),
    languages: fileLanguages.map(value => ({
      value,
      label: t(`documents.language.${value}`),
      checked: value === language,
    })),
    parts: partsOf(format).map(({ id, title }) => ({
      ...{ value: id, label: title },
      checked: sent === undefined || sent.parts.includes(id),
    })),
    files: reportFiles.map(({ ending, icon, label }) => ({
      href: `${base}/report.${ending}${milestoneQuery(report)}`,
      icon,
      label: t(label),
    })),
  };
}

/** With the name of the choice: of what its values are says nothing by itself. */
function faultWords(fault: Fault, { t, language }: Format): string {
  const { path, message } = faultInLanguage(fault, language);
  return path === 'format' || path === 'language'
    ? t('printed.labelled', { label: t(`documents.${path}`), text: message })
    : message;
}
