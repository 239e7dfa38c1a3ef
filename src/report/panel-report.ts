import type { AnswerValue } from '#assessment/answer.ts';
import type { IsoDay } from '#shared/iso-day.ts';
import type { Text } from '#shared/text.ts';
import type { HeatLine } from './heatmap-report.ts';
import type { ItemReport } from './item-report.ts';
import type { FindShown, ShownItem } from './shown-item.ts';

export type PanelFigure = ShownItem & {
  /** What was answered, such as a figure in the item's unit; null where the item is open or excluded. */
  value: AnswerValue | null;
  /** The day of the latest evidence in force; null where none has a day. */
  asOf: IsoDay | null;
};
export type PanelReport = {
  kind: 'panel';
  title: Text;
  about: Text | null;
  groups: (HeatLine & { figures: PanelFigure[] })[];
};

type Panel = { title: Text; about?: Text; groups: (HeatLine & { items: string[] })[] };

export function panelReport({ title, about, groups }: Panel, find: FindShown): PanelReport {
  return {
    ...{ kind: 'panel', title, about: about ?? null },
    groups: groups.map(({ id, label, items }) => ({ id, label, figures: items.map(item => figureOf(find(item))) })),
  };
}

function figureOf(shown: ShownItem): PanelFigure {
  const { report } = shown;
  return { ...shown, value: answeredValue(report), asOf: report ? latestDay(report) : null };
}

function answeredValue(report: ItemReport | undefined): AnswerValue | null {
  return report?.state === 'scored' ? (report.answer?.value ?? null) : null;
}

function latestDay({ state, evidenceInForce }: ItemReport): IsoDay | null {
  if (state !== 'scored') return null;
  return (
    evidenceInForce
      .flatMap(({ date }) => date ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}
