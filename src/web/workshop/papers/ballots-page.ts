import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { isVotedOn } from '#workshop/progress.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import { levelRows } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { askedItem } from '../asked-item.ts';
import { levelNames } from '../distribution.ts';

/** One sheet an item that is voted on, as the room saw it: the paper way when phones fail. */
export function ballotsPage(workshop: Workshop, open: OpenAssessment, format: Format): Page {
  const { t } = format;
  const asked = workshop.agenda.filter(isVotedOn).flatMap(({ item }) => askedItem(workshop, open, item) ?? []);
  return {
    template: 'workshop/ballots',
    layout: 'print',
    title: t('papers.ballots.title', { title: workshop.title }),
    section: 'none',
    view: {
      heading: workshop.title,
      base: `/workshops/${workshop.id}`,
      named: workshop.mode === 'department',
      sheets: asked.map(({ item, checklist }) => ({
        code: item.code,
        title: format.text(item.title),
        question: item.question ? format.text(item.question) : '',
        rows: ballotRows(item, checklist, format),
      })),
    },
  };
}

function ballotRows(item: Item, checklist: Checklist, format: Format) {
  const texts = new Map(levelRows(item, checklist, format).map(({ value, text }) => [value, text]));
  return [
    ...levelNames(item, checklist, format).map(({ level, label, name }) => ({
      ...{ label, name },
      text: item.kind === 'yes-no' ? '' : (texts.get(String(level)) ?? ''),
    })),
    { label: '?', name: format.t('assessment.answer.unknown'), text: format.t('papers.ballots.unknown') },
  ];
}
