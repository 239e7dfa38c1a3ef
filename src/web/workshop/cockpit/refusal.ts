import type { Fault } from '#shared/fault.ts';
import type { Format } from '../../format.ts';
import { illegalWords } from '../illegal-words.ts';
import type { CommandOutcome } from '../run-command.ts';
import { staleWords } from '../stale-words.ts';
import type { Refused } from './cockpit-page.ts';
import type { CommandForm } from './command-form.ts';
import { type Asked, faultWords } from './fault-words.ts';
import type { SentRecord } from './record-view.ts';

export type Attempt = {
  outcome: Exclude<CommandOutcome, { kind: 'done' }>;
  record: CommandForm['record'];
  asked: Asked;
};

export type Refusal = { status: number; refused?: Refused; sent?: SentRecord };

/** Why a command was not carried out, above the present state; what was typed into the record stays. */
export function refusalOf({ outcome, record, asked }: Attempt, format: Format): Refusal {
  const kept = record ? { sent: { ...record, faults: outcome.kind === 'faulty' ? outcome.faults : [] } } : {};
  switch (outcome.kind) {
    case 'faulty':
      return {
        status: 422,
        ...kept,
        ...(record
          ? {}
          : { refused: { ...worded('faulty-input', format), faults: textsOf(outcome.faults, asked, format) } }),
      };
    case 'illegal-step':
      return {
        status: 409,
        ...kept,
        refused: { ...worded('illegal-step', format), text: illegalWords(outcome, format) },
      };
    case 'stale':
      return { status: 409, ...kept, refused: { ...staleWords(outcome.last, format), faults: [] } };
  }
}

function worded(code: 'faulty-input' | 'illegal-step', { t }: Format): Refused {
  return { title: t(`error.${code}.title`), text: t(`error.${code}.text`), faults: [] };
}

function textsOf(faults: Fault[], asked: Asked, format: Format): string[] {
  return faults.map(fault => faultWords(fault, asked, format));
}
