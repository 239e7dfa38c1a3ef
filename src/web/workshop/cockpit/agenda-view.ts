import { askedOtherwiseAt } from '#assessment/asked-otherwise-at.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { partMark } from '#checklist/part-mark.ts';
import { findProgress, standingOpinion } from '#workshop/progress.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../../format.ts';
import { applicationWords } from '../application-words.ts';
import { askedItem } from '../asked-item.ts';
import { opinionWords } from '../opinion-words.ts';
import type { RoomPage } from '../room-page.ts';
import type { CockpitPage } from './cockpit-page.ts';
import { cockpitPath } from './cockpit-path.ts';

type AgendaItem = NonNullable<Snapshot['agenda']>[number];

type Shown = RoomPage & Pick<CockpitPage, 'role'> & { timeOf: (item: string) => string };

/** All items with where they are and their time; `brief` where another one may come to the table. */
export function agendaView(page: Shown, format: Format) {
  const { agenda = [], commands = [] } = page.snapshot;
  const done = agenda.filter(({ state }) => state === 'recorded' || state === 'skipped' || state === 'parked').length;
  return {
    progress: `${done} / ${agenda.length}`,
    rows: agenda.map(each => rowOf(each, page, format)),
    arrange: commands.includes('arrange') ? agenda.map((each, index) => arrangeRow(each, index, page, format)) : null,
    // Another one for every order and time, so that a form never goes on showing the one before.
    key: partMark(agenda.map(({ item, minutes }) => [item, minutes])),
    refused: agenda.flatMap(each => refusedRow(each, page, format)),
  };
}

function rowOf(each: AgendaItem, page: Shown, format: Format) {
  const { snapshot } = page;
  const item = askedOf(each, page)?.item;
  const isCurrent = snapshot.item === each.item;
  const isDone = each.state === 'recorded' && !isCurrent;
  return {
    id: each.item,
    code: item?.code ?? each.item,
    title: item ? format.text(item.title) : '',
    note: noteOf(each, page, format),
    time: page.timeOf(each.item),
    current: isCurrent,
    done: isDone,
    icon: isDone ? 'check' : null,
    iconLabel: format.t('workshop.item.recorded'),
    amend:
      isDone && (snapshot.commands ?? []).includes('amend') ? amendLink(each, item?.code ?? '', page, format) : null,
    brief:
      !isCurrent && (snapshot.commands ?? []).includes('brief')
        ? format.t('cockpit.brief', { code: item?.code ?? '' })
        : null,
  };
}

/** What is recorded is amended from here too, when another item is on the table long since. */
function amendLink(
  { item }: AgendaItem,
  code: string,
  { workshop, role }: RoomPage & Pick<CockpitPage, 'role'>,
  { t }: Format,
) {
  return {
    href: `${cockpitPath(workshop.id, role)}?amend=${encodeURIComponent(item)}#record`,
    label: t('cockpit.amend.item', { code }),
  };
}

function noteOf(each: AgendaItem, page: RoomPage, format: Format): string {
  const { t } = format;
  const { snapshot } = page;
  const asked = askedOf(each, page);
  if (snapshot.item === each.item)
    return snapshot.round > 0 && each.state !== 'recorded'
      ? t('workshop.round', { round: snapshot.round })
      : t(`workshop.item.${each.state}`);
  if (each.opinion && asked)
    return t('cockpit.agenda.recorded', {
      value: opinionWords(asked.item, each.opinion.value, asked.checklist, format),
    });
  return each.state === 'queued'
    ? t('workshop.duration.minutes', { count: each.minutes })
    : t(`workshop.item.${each.state}`);
}

function arrangeRow(each: AgendaItem, index: number, page: RoomPage, { t }: Format) {
  const code = askedOf(each, page)?.item.code ?? each.item;
  return {
    id: each.item,
    code,
    place: { name: `place:${each.item}`, value: String(index + 1), label: t('cockpit.arrange.place', { code }) },
    minutes: { name: `minutes:${each.item}`, value: String(each.minutes), label: t('planning.minutes.of', { code }) },
  };
}

/** An opinion that did not become the answer, and why; "answered" is for the coordinator to decide as long as it is asked so. */
function refusedRow(each: AgendaItem, page: RoomPage, format: Format) {
  const { item: itemId, application } = each;
  if (application === undefined || application === 'applied') return [];
  const code = askedOf(each, page)?.item.code ?? itemId;
  const former = isFormer(itemId, page);
  return [
    {
      text: format.t('cockpit.refused', { code, why: applicationWords(application, former, format) }),
      adopt: application === 'answered' && !former ? itemId : null,
      code,
    },
  ];
}

/** As the room saw it. */
function askedOf({ item }: AgendaItem, { workshop, open }: RoomPage) {
  return askedItem(workshop, open, item);
}

/** Whether the item is gone or asks something else since its opinion was recorded. */
function isFormer(itemId: string, { workshop, open }: RoomPage): boolean {
  const progress = findProgress(workshop, itemId);
  const opinion = progress && standingOpinion(progress);
  return !findItem(open.wholeChecklist, itemId) || askedOtherwiseAt(open.assessment, itemId, opinion?.at ?? '');
}
