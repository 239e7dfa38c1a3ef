import { findItem } from '#checklist/checklist-lookups.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../../format.ts';
import { opinionWords } from '../opinion-words.ts';
import type { RoomPage } from '../room-page.ts';

type AgendaItem = NonNullable<Snapshot['agenda']>[number];

/** All items with where they are; `brief` where another one may come to the table. */
export function agendaView(page: RoomPage, format: Format) {
  const { agenda = [], commands = [] } = page.snapshot;
  const done = agenda.filter(({ state }) => state !== 'queued').length;
  return {
    progress: `${done} / ${agenda.length}`,
    rows: agenda.map(each => rowOf(each, page, format)),
    arrange: commands.includes('arrange') ? agenda.map((each, index) => arrangeRow(each, index, page, format)) : null,
    refused: agenda.flatMap(each => refusedRow(each, page, format)),
  };
}

function rowOf(each: AgendaItem, { snapshot, open }: RoomPage, format: Format) {
  const item = findItem(open.checklist, each.item);
  const isCurrent = snapshot.item === each.item;
  const isDone = each.state === 'recorded' && !isCurrent;
  return {
    id: each.item,
    code: item?.code ?? each.item,
    title: item ? format.text(item.title) : '',
    note: noteOf(each, { snapshot, open }, format),
    current: isCurrent,
    done: isDone,
    icon: isDone ? 'check' : null,
    iconLabel: format.t('workshop.item.recorded'),
    brief:
      !isCurrent && (snapshot.commands ?? []).includes('brief')
        ? format.t('cockpit.brief', { code: item?.code ?? '' })
        : null,
  };
}

function noteOf(each: AgendaItem, { snapshot, open }: Pick<RoomPage, 'snapshot' | 'open'>, format: Format): string {
  const { t } = format;
  const item = findItem(open.checklist, each.item);
  if (snapshot.item === each.item)
    return snapshot.round > 0 && each.state !== 'recorded'
      ? t('workshop.round', { round: snapshot.round })
      : t(`workshop.item.${each.state}`);
  if (each.opinion && item)
    return t('cockpit.agenda.recorded', { value: opinionWords(item, each.opinion.value, open.checklist, format) });
  return each.state === 'queued'
    ? t('workshop.duration.minutes', { count: each.minutes })
    : t(`workshop.item.${each.state}`);
}

function arrangeRow(each: AgendaItem, index: number, { open }: RoomPage, { t }: Format) {
  const code = findItem(open.checklist, each.item)?.code ?? each.item;
  return {
    id: each.item,
    code,
    place: { name: `place:${each.item}`, value: String(index + 1), label: t('cockpit.arrange.place', { code }) },
    minutes: { name: `minutes:${each.item}`, value: String(each.minutes), label: t('planning.minutes.of', { code }) },
  };
}

/** An opinion that did not become the answer, and why; "answered" is for the coordinator to decide. */
function refusedRow({ item: itemId, application }: AgendaItem, { open }: RoomPage, { t }: Format) {
  if (application === undefined || application === 'applied') return [];
  const code = findItem(open.checklist, itemId)?.code ?? itemId;
  return [
    {
      text: t('cockpit.refused', { code, why: t(`workshop.application.${application}`) }),
      adopt: application === 'answered' ? itemId : null,
      code,
    },
  ];
}
