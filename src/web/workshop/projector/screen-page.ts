import type { Item } from '#checklist/checklist-schema.ts';
import { isVotedOn } from '#workshop/progress.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import { levelRows } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { turnoutView } from '../cockpit/count-view.ts';
import { currentItem } from '../cockpit/item-view.ts';
import { timerView } from '../cockpit/timer-view.ts';
import { departmentVotes } from '../department-votes.ts';
import { figureView } from '../figure-view.ts';
import { opinionTitle } from '../opinion-words.ts';
import { resultsView } from '../results-view.ts';
import type { RoomPage } from '../room-page.ts';
import { voidedWords } from '../voided-words.ts';
import { voteChip } from '../vote-chip.ts';
import { densityOf } from './density.ts';
import { joinCard } from './join-card.ts';
import { sceneOf } from './scene.ts';

/** What the room sees: one scene at a time, and nothing that can be pressed. */
export function screenPage(page: RoomPage, format: Format): Page {
  const { snapshot, workshop } = page;
  const { t } = format;
  const scene = sceneOf(snapshot);
  const item = currentItem(page);
  const isResults = scene === 'results';
  return {
    template: 'workshop/screen',
    layout: 'projector',
    title: t('projector.title', { title: workshop.title }),
    section: 'none',
    scripts: ['screen.js'],
    view: {
      page: `/workshops/${workshop.id}/screen?role=projector`,
      events: `/api/v1/w/${workshop.code}/events?role=projector`,
      scene: {
        lobby: scene === 'lobby',
        item: scene === 'item' && item !== undefined,
        results: isResults,
        recorded: scene === 'recorded',
        message: messageOf(scene, item, snapshot, format),
        blank: scene === 'blank',
      },
      heading: workshop.title,
      troubled: page.isTroubled,
      place: placeOf(snapshot, format),
      join: joinCard(page, format),
      joined: joinedWords(snapshot, format),
      mode: t(`projector.promise.${workshop.mode}`),
      item: item ? itemOf(page, item, format) : null,
      counts: countsOf(snapshot, format),
      results: item && isResults ? resultsOf(page, item, format) : null,
      votes: item && isResults ? votesOf(page, item, format) : [],
      reasons: item && isResults ? reasonsOf(page, item, format) : [],
      record: item && scene === 'recorded' ? recordOf(page, item, format) : null,
      foot: [voidedWords(snapshot, format), footOf(scene, snapshot, format)].filter(Boolean).join(t('room.sentences')),
      joinable: scene !== 'finished',
    },
  };
}

function messageOf(scene: string, item: Item | undefined, { workshop }: Snapshot, { t }: Format) {
  if (scene === 'paused') return { title: t('projector.paused'), text: t('projector.paused.text') };
  if (scene === 'finished') return { title: t('projector.finished'), text: t('projector.finished.text') };
  if (scene === 'between' || (scene === 'item' && !item))
    return { title: t('projector.between'), text: t(`projector.between.${workshop}`) };
  return null;
}

function placeOf({ position, round }: Snapshot, { t }: Format): string {
  if (!position) return '';
  const place = t('projector.place', { number: position.number, total: position.total });
  return round > 0 ? [place, t('workshop.round', { round })].join(t('workshop.gap')) : place;
}

function joinedWords({ joined, expected = null }: Snapshot, { t }: Format): string {
  return expected === null ? t('workshop.joined', { joined }) : t('workshop.joined-of', { joined, expected });
}

function itemOf({ open }: RoomPage, item: Item, format: Format) {
  const levels = levelRows(item, open.checklist, format);
  const title = format.text(item.title);
  const question = item.question ? format.text(item.question) : '';
  const figure = figureView(item, open, format);
  return {
    code: item.code,
    title,
    question,
    levels,
    figure,
    density: densityOf({
      ...{ title, question },
      levels: [...levels.map(({ text }) => text), ...(figure ? [figure.words, ...figure.evidence] : [])],
      language: format.language === 'en' ? 'en' : 'zh',
    }),
  };
}

function countsOf(snapshot: Snapshot, format: Format) {
  const isCounting = snapshot.state === 'open' || snapshot.state === 'closed';
  const turnout = turnoutView(snapshot, format);
  const state = shownState(snapshot);
  return {
    shown: isCounting,
    ...turnout,
    state: state === 'open' ? turnout.label : format.t(`projector.state.${state}`),
    timer: timerView(snapshot),
  };
}

function resultsOf({ snapshot, open }: RoomPage, item: Item, format: Format) {
  const { results, previous } = snapshot;
  return results ? resultsView({ item, checklist: open.checklist, results, previous }, format) : null;
}

function votesOf({ snapshot: { results, mode }, open }: RoomPage, item: Item, format: Format) {
  return results ? departmentVotes({ item, checklist: open.checklist, mode, results }, format) : [];
}

const reasonsShown = 3;

function reasonsOf({ snapshot, open }: RoomPage, item: Item, format: Format) {
  return (snapshot.reasons ?? [])
    .slice(-reasonsShown)
    .map(({ value, text }) => ({ ...voteChip(value, { item, checklist: open.checklist }, format), text }));
}

function recordOf({ snapshot, open }: RoomPage, item: Item, format: Format) {
  const { record, objections = { canLive: 0, cannotLive: 0 } } = snapshot;
  if (record?.value === undefined) return null;
  const answered = objections.canLive + objections.cannotLive > 0;
  return {
    ...opinionTitle(item, record.value, open.checklist, format),
    rationale: record.rationale ?? null,
    dissent: record.dissent ?? null,
    actions: (record.actions ?? []).map(({ what, who, due }) =>
      [what, who ?? '', due ? format.day(due) : ''].filter(Boolean).join(format.t('workshop.gap')),
    ),
    ask: format.t('projector.can-you-live'),
    objections: answered ? format.t('workshop.objections', objections) : null,
  };
}

/** Nobody waits for a vote on a figure. */
function shownState({ state, kind }: Snapshot) {
  return state === 'briefing' && kind !== null && !isVotedOn({ kind }) ? 'figure' : (state ?? 'queued');
}

function footOf(scene: string, snapshot: Snapshot, { t }: Format): string {
  if (scene === 'lobby') return t('projector.foot.lobby');
  // What the item asks for holds only while it goes on.
  if (snapshot.workshop !== 'running') return '';
  const state = shownState(snapshot);
  return t(`projector.foot.${state === 'revealed' ? `revealed.${snapshot.mode}` : state}`);
}
