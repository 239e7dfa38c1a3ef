import { applyStep } from './apply-step.ts';
import { emptyBox, putBallot } from './ballot-box.ts';
import { getProgress } from './progress.ts';
import { emptyTable } from './table.ts';
import type { ItemProgress, LogEntry, Workshop } from './workshop.ts';
import type { Commanded, Created, WorkshopChange } from './workshop-change.ts';

/** The fold that makes a workshop out of its changes; never alters what it is given. */
export function applyWorkshopChange(workshop: Workshop | undefined, change: WorkshopChange): Workshop {
  if (change.type === 'created') return created(change);
  if (!workshop) throw new Error(`the first change is "${change.type}", not "created"`);
  return { ...effectOf(workshop, change), changedAt: change.at };
}

type Later = Exclude<WorkshopChange, { type: 'created' }>;

function created({ type: _type, at, by: _by, ...rest }: Created): Workshop {
  const queued: ItemProgress = { state: 'queued', rounds: [], opinions: [] };
  return {
    ...rest,
    ...{ state: 'draft', sitting: 1, rev: 0, createdAt: at, changedAt: at },
    items: Object.fromEntries(rest.agenda.map(({ item }) => [item, queued])),
    ...{ current: null, table: emptyTable, timer: null, locked: false, blank: false, questions: [], log: [] },
  };
}

function effectOf(workshop: Workshop, change: Later): Workshop {
  switch (change.type) {
    case 'commanded':
      return logged(applyStep(workshop, change), change);
    case 'voted':
      return withVote(workshop, change);
    case 'objected':
      return withObjection(workshop, change);
    case 'asked':
      return { ...workshop, questions: [...workshop.questions, { text: change.text, at: change.at, settled: false }] };
    case 'application-noted':
      return withApplication(workshop, change);
  }
}

function logged(workshop: Workshop, { command, role, by, at, why, digest, step }: Commanded): Workshop {
  const rev = workshop.rev + 1;
  const item = 'item' in step ? step.item : (workshop.current ?? undefined);
  const entry: LogEntry = {
    ...{ rev, command, role, by, at, digest },
    ...(item === undefined ? {} : { item }),
    ...(step.step === 'key-issued' ? { key: step.key } : {}),
    ...(why === undefined ? {} : { why }),
    ...('on' in step ? { on: step.on } : {}),
  };
  return { ...workshop, rev, log: [...workshop.log, entry] };
}

/** Copies one drawer of the box of one round, however many have voted. */
function withVote(workshop: Workshop, { voter, round, ballot }: Extract<Later, { type: 'voted' }>): Workshop {
  const { table } = workshop;
  const box = putBallot(table.boxes[round] ?? emptyBox, voter, ballot);
  return { ...workshop, table: { ...table, boxes: { ...table.boxes, [round]: box } } };
}

function withObjection(workshop: Workshop, { voter, canLive, reason }: Extract<Later, { type: 'objected' }>): Workshop {
  const objection = reason === undefined ? { canLive } : { canLive, reason };
  const { table } = workshop;
  return { ...workshop, table: { ...table, objections: { ...table.objections, [voter]: objection } } };
}

function withApplication(
  workshop: Workshop,
  { item, version, outcome, at }: Extract<Later, { type: 'application-noted' }>,
): Workshop {
  const progress = getProgress(workshop, item);
  const opinions = progress.opinions.map(opinion =>
    opinion.version === version ? { ...opinion, application: { outcome, at } } : opinion,
  );
  return { ...workshop, items: { ...workshop.items, [item]: { ...progress, opinions } } };
}
