import type { Finding } from '#report/finding.ts';
import { findingsOf, findingWords } from '../assessment/report-words.ts';
import { heading, list, note } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';

/** 风险研判: hazard by hazard, step by step, and the groups of the checklist's first lens. */
export const risksBuilder: PartBuilder = {
  id: 'risks',
  build: ({ report, format }) => {
    const { t, text } = format;
    const findings = findingsOf(report, 'risk');
    if (findings.length === 0) return [];
    const wordsOf = (wanted: Finding[]) => list(wanted.map(finding => findingWords(finding, report, format)));
    const about = (lens: string, start: string) =>
      findings.filter(({ code, params }) => params.lens === lens && code.startsWith(start));
    const [lead] = report.lenses;
    return [
      ...report.heatmaps.flatMap(({ id, title }) => [
        heading(text(title)),
        ...wordsOf([...about(id, 'risk.row'), ...about(id, 'risk.column')]),
      ]),
      ...(lead ? [heading(text(lead.title)), ...wordsOf(about(lead.id, 'risk.group'))] : []),
      note(t('printed.risks.no-scenario')),
    ];
  },
};
