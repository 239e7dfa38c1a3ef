import type { PrintedBlock, PrintedCell } from '#report/printed-report.ts';
import type { PictureView } from '../report/report-pictures.ts';
import { chipText } from './chip-text.ts';
import { heading, paragraph, table, words } from './printed-blocks.ts';
import type { PrintedGiven } from './printed-part.ts';

/** The pictures of a lens's groups, below its own heading: what the page draws with colour and arrows, as tables. */
export function pictureBlocks(pictures: PictureView[], given: PrintedGiven): PrintedBlock[] {
  return pictures.flatMap(picture => [
    heading(picture.title, 4),
    ...paragraph(picture.figures),
    ...(picture.isOutside ? paragraph(given.format.t('picture.outside')) : []),
    ...chainBlocks(picture, given),
    ...registerBlocks(picture, given),
    ...panelBlocks(picture, given),
    ...paragraph(picture.about),
  ]);
}

const marks: Record<string, NonNullable<PrintedCell['mark']>> = {
  'is-shown': 'ok',
  'is-short': 'warn',
  'is-open': 'open',
};

function chainBlocks({ chain, title }: PictureView, { format: { t, list } }: PrintedGiven): PrintedBlock[] {
  if (!chain) return [];
  return [
    ...paragraph(chain.lead),
    ...table({
      ...{ caption: title, isWide: chain.isLong },
      columns: [
        words(t('picture.chain.row'), 1.8),
        ...chain.steps.map(step => words(step, 2)),
        words(t('picture.chain.verdict'), 2.2),
      ],
      rows: chain.rows.map(({ title: name, cells, verdict }) => [
        name,
        ...cells.map(cell => marked(lines(cell.words, list(cell.detail)), cell.classes)),
        marked(verdict.words, verdict.classes),
      ]),
    }),
  ];
}

function marked(text: string, classes: string): PrintedCell {
  const mark = marks[classes];
  return mark ? { text, mark } : { text };
}

function registerBlocks({ register, title }: PictureView, { format: { t } }: PrintedGiven): PrintedBlock[] {
  if (!register) return [];
  return [
    ...paragraph(register.lead),
    ...table({
      caption: title,
      columns: [
        ...[words(t('picture.item'), 1.8), words(t('picture.register.now'), 3), words(t('picture.register.shown'), 3)],
        ...[words(t('picture.register.departments'), 2), words(t('picture.register.next'), 2.4)],
      ],
      rows: register.rows.map(row => [
        ...[row.title, lines(chipText(row.claimed), row.said), lines(chipText(row.supported), row.gap, row.missing)],
        lines(row.lead, row.support),
        {
          text: lines(
            row.measure,
            row.who,
            row.deadline,
            row.isOverdue ? t('actions.overdue') : '',
            row.status?.text ?? '',
            row.more,
          ),
          ...(row.isOverdue ? { mark: 'stop' as const } : {}),
        },
      ]),
    }),
  ];
}

function panelBlocks({ panel, title }: PictureView, { format: { t } }: PrintedGiven): PrintedBlock[] {
  if (!panel) return [];
  return [
    ...paragraph(panel.lead),
    ...table({
      caption: title,
      columns: [
        ...[words(t('printed.group'), 1.5), words(t('picture.item'), 2.2), words(t('picture.panel.figure'), 1.6)],
        ...[
          words(t('picture.panel.said'), 2.8),
          words(t('picture.panel.shown'), 1.2),
          words(t('picture.panel.as-of'), 2),
        ],
      ],
      rows: panel.groups.flatMap(group =>
        group.rows.map((row, index) => [
          ...[index === 0 ? group.title : '', row.title, chipText(row.claimed), row.said === '' ? '—' : row.said],
          ...[chipText(row.supported), row.asOf],
        ]),
      ),
    }),
  ];
}

function lines(...texts: string[]): string {
  return texts.filter(text => text !== '').join('\n');
}
