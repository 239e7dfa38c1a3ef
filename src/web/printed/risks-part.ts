import type { Finding } from '#report/finding.ts';
import type { PrintedBlock } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import type { Text } from '#shared/text.ts';
import type { Format } from '../format.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
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
        ...titled(crossedTitle(id, 'rows', report), wordsOf(about(id, 'risk.row')), format),
        ...titled(crossedTitle(id, 'columns', report), wordsOf(about(id, 'risk.column')), format),
      ]),
      ...(lead ? [heading(text(lead.title)), ...wordsOf(about(lead.id, 'risk.group'))] : []),
      note(t('printed.risks.no-scenario')),
    ];
  },
};

function titled(title: Text | undefined, blocks: PrintedBlock[], { text }: Format): PrintedBlock[] {
  return title && blocks.length > 0 ? [heading(text(title), 3), ...blocks] : blocks;
}

/** What the lens is called whose groups are the rows or columns of a crossed one. */
function crossedTitle(id: string, side: 'rows' | 'columns', { checklist: { lenses } }: Report): Text | undefined {
  const crossed = lenses.find(lens => lens.id === id);
  return crossed && 'rows' in crossed ? lenses.find(lens => lens.id === crossed[side])?.title : undefined;
}
