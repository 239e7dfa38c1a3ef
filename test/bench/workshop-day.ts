import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { castVote } from '#workshop/cast-vote.ts';
import { createWorkshop } from '#workshop/create-workshop.ts';
import { decideCommand } from '#workshop/decide-command.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { WorkshopChange } from '#workshop/workshop-change.ts';
import { workshopCommandSchema } from '#workshop/workshop-command.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { ballotFor, contextOf, seatOf, second, secrets } from '../workshop/build-workshop.ts';

export const items = 40;
export const room = 500;
export const seats = Array.from({ length: room }, (_, index) => seatOf(index));
const list = Array.from({ length: items }, (_, index) => buildItem(`i${index}`));
const checklist = buildChecklist({ areas: [buildArea('a', { items: list })] });

/** Created, started, briefed, opened. */
export function firstItem(): Workshop {
  return fold(dayUntilLastItem().slice(0, 4));
}

export function lastItem(): Workshop {
  return fold(dayUntilLastItem());
}

function fold(changes: WorkshopChange[]): Workshop {
  const workshop = changes.reduce<Workshop | undefined>(applyWorkshopChange, undefined);
  if (!workshop) throw new Error('there is no workshop');
  return workshop;
}

/** All items but the last recorded after two rounds of everybody, 39,000 votes; the last open. */
export function dayUntilLastItem(): WorkshopChange[] {
  const input = { assessment: 'one', title: '专题会商', items: list.map(({ id }) => id), mode: 'anonymous' };
  const created = createWorkshop(input, checklist, { id: 'w', code: 'K7M4XQ', secrets, by: 'local', at: second(0) });
  if (!created.ok) throw new Error('the workshop could not be made');
  const changes: WorkshopChange[] = [created.value];
  let now = fold(changes);
  const give = (command: string, fields: object = {}) => {
    const body = workshopCommandSchema.parse({ command, expectedRev: now.rev, ...fields });
    const decision = decideCommand(now, body, contextOf({ checklist }));
    if ('refused' in decision) throw new Error(`${command} was refused: ${decision.refused.reason}`);
    changes.push(decision.change);
    now = applyWorkshopChange(now, decision.change);
  };
  give('start');
  for (let item = 0; item < items; item += 1) {
    give('next');
    give('open');
    if (item === items - 1) break;
    for (const command of ['close', 'reveal', 'open', 'close', 'reveal']) {
      if (command === 'close') voteAll();
      give(command);
    }
    give('record', { value: 3, rationale: '理由' });
  }
  return changes;

  function voteAll(): void {
    for (const [index, seat] of seats.entries()) {
      const decision = castVote(now, ballotFor(now, index % 6), { seat, at: second(1) });
      if ('refused' in decision) throw new Error(`a vote was refused: ${decision.refused.reason}`);
      changes.push(decision.change);
      now = applyWorkshopChange(now, decision.change);
    }
  }
}
