import type { PrintedBlock } from '#report/printed-report.ts';
import { chartTitle } from '../report/report-charts.ts';
import type { PrintedGiven } from './printed-part.ts';

/** The drawing as a block with what it says of itself as alternative text; nothing where the report has nothing to show. */
export function chartBlock(name: string, { report, draw, format }: PrintedGiven): PrintedBlock[] {
  const svg = draw(name);
  return svg === undefined
    ? []
    : [{ kind: 'chart', caption: chartTitle(report, name, format), alt: descriptionIn(svg), svg }];
}

function descriptionIn(svg: string): string {
  const [, description = ''] = /<desc[^>]*>([^<]*)<\/desc>/.exec(svg) ?? [];
  return description.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '');
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
