import type { ItemReport } from '#report/item-report.ts';
import type { PrintedBlock } from '#report/printed-report.ts';
import { personName } from '../assessment/person-name.ts';
import { departmentName } from '../checklist/item-words.ts';
import { factList, figures, heading, note, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';

/** 评价小组: which departments answered, by whose hand, and how many took part in workshops; names are written in by hand. */
export const groupBuilder: PartBuilder = {
  id: 'group',
  build: given => {
    const { t } = given.format;
    return [
      heading(t('printed.group.departments')),
      ...departmentTable(given),
      heading(t('printed.group.workshops')),
      ...workshopTable(given),
      heading(t('printed.group.members')),
      note(t('printed.group.by-hand')),
      {
        kind: 'signatures',
        labels: ['head', 'deputy', 'members-list', 'experts'].map(role => t(`printed.group.${role}`)),
      },
    ];
  },
};

export function departmentTable(given: PrintedGiven): PrintedBlock[] {
  const { report, format } = given;
  const { t } = format;
  const counted = report.items.filter(({ state }) => state !== 'excluded-by-fact');
  const groups = new Map<string, ItemReport[]>();
  for (const item of counted) {
    const name = departmentName(item.item.lead, report.wholeChecklist, format) || t('printed.no-lead');
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return table({
    caption: t('printed.group.departments'),
    columns: [
      ...[
        words(t('printed.group.department'), 3),
        figures(t('printed.group.leads')),
        figures(t('printed.group.answered')),
      ],
      words(t('printed.group.hands'), 3),
    ],
    rows: [...groups].map(([name, items]) => {
      const answered = items.filter(({ state }) => state !== 'unanswered');
      return [name, String(items.length), String(answered.length), handsOf(answered, given)];
    }),
  });
}

/** By whom the present answers were entered, as far as the program knows. */
function handsOf(items: ItemReport[], { report, format }: PrintedGiven): string {
  const workshopTitle = (id: string) => report.discussions.find(discussion => discussion.id === id)?.title;
  const names = items.flatMap(({ id }) => {
    const record = Object.hasOwn(report.assessment.answers, id) ? report.assessment.answers[id] : undefined;
    return record ? [personName(record.by, { workshopTitle }, format)] : [];
  });
  return names.length === 0 ? '—' : format.list([...new Set(names)]);
}

export function workshopTable({ report, format }: PrintedGiven): PrintedBlock[] {
  const { t } = format;
  if (report.discussions.length === 0) return paragraph(t('printed.group.workshops.none'));
  return factList(
    report.discussions.map(({ title, items, createdAt }) => {
      const rounds = items.flatMap(item => item.rounds);
      const most = Math.max(0, ...rounds.map(({ n, unknown }) => n + unknown));
      const day = format.day(format.isoDay(createdAt));
      return { label: title, value: t('printed.group.workshop', { day, count: items.length, most }) };
    }),
  );
}
