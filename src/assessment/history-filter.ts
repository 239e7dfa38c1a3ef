import type { IsoDay } from '#shared/iso-day.ts';
import type { ActionContent } from './action.ts';
import type { AssessmentChange } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { itemsOfChange } from './history.ts';

/** What of a history is looked for; what is undefined is not asked about. Both days are inside. */
export type HistoryFilter = {
  items?: ReadonlySet<string> | undefined;
  kind?: AssessmentChange['type'] | undefined;
  by?: string | undefined;
  from?: IsoDay | undefined;
  to?: IsoDay | undefined;
  /** Found anywhere in what was typed, in capitals or not. */
  text?: string | undefined;
};

/** `dayOf` gives the day of an ISO time where the city is. */
export function matchesFilter(
  change: AssessmentChange,
  filter: HistoryFilter,
  dayOf: (isoTime: string) => IsoDay,
): boolean {
  return (
    (filter.kind === undefined || change.type === filter.kind) &&
    (filter.by === undefined || change.by === filter.by) &&
    isAbout(change, filter.items) &&
    isWithin(change, filter, dayOf) &&
    (filter.text === undefined || contains(textsOf(change), filter.text))
  );
}

function isAbout(change: AssessmentChange, items: HistoryFilter['items']): boolean {
  return items === undefined || itemsOfChange(change).some(item => items.has(item));
}

function isWithin({ at }: AssessmentChange, { from, to }: HistoryFilter, dayOf: (isoTime: string) => IsoDay): boolean {
  if (from === undefined && to === undefined) return true;
  const day = dayOf(at);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

function contains(texts: (string | undefined)[], text: string): boolean {
  const wanted = text.toLowerCase();
  return texts.some(one => one?.toLowerCase().includes(wanted));
}

/** What somebody typed. */
function textsOf(change: AssessmentChange): (string | undefined)[] {
  switch (change.type) {
    case 'created':
    case 'set-up-changed':
      return [change.why, change.setup.city, change.setup.period, change.setup.unitCode, change.setup.parentCode];
    case 'answered':
      return [
        change.why,
        change.answer.note,
        change.answer.reason,
        ...(change.answer.evidence ?? []).flatMap(textsOfRecord),
      ];
    case 'evidence-changed':
      return [change.why, ...textsOfRecord(change.record)];
    case 'action-added':
    case 'action-changed':
      return [change.why, ...textsOfAction(change.content)];
    case 'action-noted':
      return [change.why, change.note.text];
    case 'milestone-kept':
    case 'milestone-brought':
      return [change.why, change.milestone.name, change.milestone.note, change.milestone.sha256];
    case 'checklist-changed':
    case 'checklist-change-undone':
      return [change.why, change.checklist.version];
    case 'action-removed':
    case 'answer-cleared':
    case 'made-final':
    case 'reopened':
      return [change.why];
  }
}

function textsOfRecord({ title, number, keptAt, link }: Evidence): (string | undefined)[] {
  return [title, number, keptAt, link];
}

function textsOfAction({ measure, funding, acceptance }: ActionContent): (string | undefined)[] {
  return [measure, funding, acceptance?.by, acceptance?.against];
}
