import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { findProgress } from '#workshop/progress.ts';
import type { KeyRole } from '#workshop/role.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { durationWords } from '../duration-words.ts';
import { resultsView } from '../results-view.ts';
import type { RoomPage } from '../room-page.ts';
import { agendaView } from './agenda-view.ts';
import type { AnswerBefore } from './answer-before.ts';
import { backgroundView } from './background.ts';
import { cockpitPath } from './cockpit-path.ts';
import { countView } from './count-view.ts';
import { dayView } from './day-view.ts';
import { finishView } from './finish-view.ts';
import { currentItem, itemView } from './item-view.ts';
import { canLeave, nextSteps } from './next-steps.ts';
import { reasonsView } from './reasons-view.ts';
import { recordView, type SentRecord } from './record-view.ts';
import { paperCounts } from './scribe-counts.ts';
import { sideView } from './side-view.ts';
import { stepLine } from './step-line.ts';
import { undoView } from './undo-view.ts';

/** Why the command just sent was not carried out. */
export type Refused = { title: string; text: string; faults: string[] };

export type CockpitPage = RoomPage & {
  role: Exclude<KeyRole, 'projector'>;
  /** Whoever started the program: the pages of the assessment are open to them as well. */
  isAdministrator: boolean;
  before: AnswerBefore | undefined;
  refused?: Refused | undefined;
  sent?: SentRecord | undefined;
  /** An item off the table whose record is being amended. */
  amended?: string | undefined;
  now: string;
};

/** The cockpit; the scribe's page is the same without what a scribe may not do. */
export function cockpitPage(page: CockpitPage, format: Format): Page {
  const { workshop, open, role } = page;
  const item = currentItem(page);
  const isLead = role !== 'scribe';
  const { timeOf, ...day } = dayView(page, format);
  return {
    template: isLead ? 'workshop/cockpit' : 'workshop/scribe',
    title: format.t(isLead ? 'cockpit.title' : 'cockpit.scribe.title', { title: workshop.title }),
    section: 'assessments',
    ...(page.isAdministrator ? { assessmentBar: assessmentBar(open, 'workshops', format) } : {}),
    scripts: ['cockpit.js'],
    view: {
      ...frameView(page, format),
      agenda: agendaView({ ...page, timeOf }, format),
      day,
      questions: questionsView(page, format),
      steps: stepLine(page.snapshot, format),
      item: item ? itemView(page, item, format) : null,
      lobby: item ? null : lobbyView(page, format),
      counts: countView(page, format),
      counting: page.snapshot.state === 'open' || page.snapshot.state === 'closed',
      next: nextSteps(page.snapshot, format),
      undo: undoView(page),
      results: item ? shownView(page, item, format) : null,
      preview: page.snapshot.state === 'closed',
      ...pairView(page, item, format),
      objections: objectionsView(page, format),
      record: recordOf(page, item, format),
      paper: item ? paperCounts(page, item, format) : null,
      paperOpen: !isLead,
      background: item ? backgroundView(page, item, page.before, format) : null,
      finish: finishView(page, format),
      more: moreView(page, format),
      side: sideView(page, format),
    },
  };
}

function frameView(page: CockpitPage, format: Format) {
  const { snapshot, workshop, refused, role, isAdministrator, isTroubled } = page;
  const { t } = format;
  const base = `/workshops/${workshop.id}`;
  const own = cockpitPath(workshop.id, role);
  const may = (command: string) => snapshot.commands?.some(known => known === command) ?? false;
  return {
    base,
    action: role === 'scribe' ? `${base}/commands?role=scribe` : `${base}/commands`,
    asks: role === 'scribe' ? `${base}/questions?role=scribe` : `${base}/questions`,
    page: amendedItem(page) ? `${own}?amend=${encodeURIComponent(page.amended ?? '')}` : own,
    events: `/api/v1/w/${workshop.code}/events?role=${isAdministrator && role !== 'scribe' ? 'facilitator' : role}`,
    rev: String(snapshot.rev),
    heading: workshop.title,
    code: workshop.code,
    mode: t(`workshop.mode.${workshop.mode}`),
    state: { text: t(`workshop.state.${workshop.state}`), classes: stateClasses[workshop.state] },
    plan: t('cockpit.plan', {
      duration: durationWords(
        workshop.agenda.reduce((sum, { minutes }) => sum + minutes, 0),
        format,
      ),
    }),
    refused: refused ?? null,
    joinHint: joinHint(page, format),
    pause: may('pause'),
    resume: may('resume'),
    blank: may('blank')
      ? { on: snapshot.blank ?? false, label: t(snapshot.blank ? 'cockpit.unblank' : 'cockpit.do.blank') }
      : null,
    lock: may('lock') ? { label: t(snapshot.locked ? 'cockpit.unlock' : 'cockpit.lock') } : null,
    finished: workshop.state === 'closed',
    draft: workshop.state === 'draft',
    paused: workshop.state === 'paused',
    troubled: isTroubled,
    isAdministrator,
    links: isAdministrator || role === 'facilitator',
  };
}

/** Undefined where it cannot be amended, and for the one on the table, which has its form anyway. */
function amendedItem({ workshop, open, snapshot, amended }: CockpitPage): Item | undefined {
  if (amended === undefined || amended === snapshot.item) return undefined;
  const isRecorded = findProgress(workshop, amended)?.state === 'recorded';
  return isRecorded && snapshot.commands?.includes('amend') ? findItem(open.checklist, amended) : undefined;
}

/** The form of the item on the table, or of the one that is amended meanwhile. */
function recordOf(page: CockpitPage, item: Item | undefined, format: Format) {
  const amended = amendedItem(page);
  const shown = amended ?? item;
  return shown ? recordView(page, shown, page.sent, format) : null;
}

const stateClasses = { draft: '', lobby: 'is-note', running: 'is-ok', paused: 'is-warn', closed: '' };

/** Phones come in through a server of their own, which only the administrator opens. */
function joinHint({ workshop, joinPlace, joinAgain, isAdministrator, role }: CockpitPage, { t }: Format) {
  const isWanted = isAdministrator && role !== 'scribe' && workshop.state !== 'closed';
  if (joinPlace || !isWanted) return null;
  return { text: t(joinAgain ? 'cockpit.lan-interrupted' : 'cockpit.lan-closed'), again: joinAgain };
}

function shownView({ snapshot, open }: CockpitPage, item: Item, format: Format) {
  const { results, previous } = snapshot;
  return results ? resultsView({ item, checklist: open.checklist, results, previous }, format) : null;
}

function pairView(page: CockpitPage, item: Item | undefined, format: Format) {
  const before = item ? previousView(page, item, format) : null;
  const reasons = item ? reasonsView(page, item, format) : null;
  return { before, reasons, pair: before !== null || reasons !== null };
}

/** The round before, kept in sight while nothing new may be seen. */
function previousView({ snapshot, open }: CockpitPage, item: Item, format: Format) {
  const { results, previous } = snapshot;
  return !results && previous ? resultsView({ item, checklist: open.checklist, results: previous }, format) : null;
}

function questionsView({ snapshot }: CockpitPage, { t }: Format) {
  const { questions = [], commands = [], workshop } = snapshot;
  return {
    may: commands.includes('settle-question'),
    canAsk: workshop === 'lobby' || workshop === 'running' || workshop === 'paused',
    rows: questions.map(({ text, settled }, index) => ({
      text,
      settled,
      index: String(index),
      next: String(!settled),
      label: t(settled ? 'cockpit.question.reopen' : 'cockpit.question.settle'),
    })),
  };
}

function objectionsView({ snapshot }: CockpitPage, { t }: Format) {
  const { objections = { canLive: 0, cannotLive: 0 }, objectionReasons = [] } = snapshot;
  if (objections.canLive + objections.cannotLive === 0) return null;
  return { text: t('workshop.objections', objections), reasons: objectionReasons };
}

function lobbyView({ snapshot, workshop }: CockpitPage, { t }: Format) {
  const { expected = null, joined } = snapshot;
  return {
    text: t(`cockpit.lobby.${workshop.state}`),
    joined: expected === null ? t('workshop.joined', { joined }) : t('workshop.joined-of', { joined, expected }),
  };
}

/** What is seldom needed and asks for a reason or a number. */
function moreView({ snapshot }: CockpitPage, { t }: Format) {
  const { commands = [], state, round, expected = null } = snapshot;
  return {
    any: commands.some(command => ['park', 'skip', 'void', 'expect'].includes(command)),
    leave: commands.includes('park') && canLeave(snapshot),
    leaveHint: state === 'open' || state === 'closed' ? t('cockpit.leave.open') : null,
    void: commands.includes('void') && round > 0 ? { round: String(round), label: t('cockpit.void', { round }) } : null,
    expect: commands.includes('expect') ? { value: expected === null ? '' : String(expected) } : null,
  };
}
