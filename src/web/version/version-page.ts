import { carriesNothing } from '#assessment/plan-move.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { WorkshopInTheWay } from './meetings-in-the-way.ts';
import { moveLists } from './move-lists.ts';
import type { Move, OpenVersion, Undo } from './open-version.ts';
import { undoLists } from './undo-lists.ts';
import type { VersionFault } from './version-fault.ts';
import { versionFigures } from './version-figures.ts';

/** What a newer version of the checklist would make of the assessment, and what undoing the last move would. */
export function versionPage(opened: OpenVersion, fault: VersionFault | null, format: Format): Page {
  const { t } = format;
  const { open, move, undo } = opened;
  return {
    template: 'version/version',
    title: t('version.title', { city: open.assessment.setup.city, period: open.assessment.setup.period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      back: `/assessments/${open.assessment.id}`,
      lead: t('version.lead', { checklist: nameOf(open.wholeChecklist, format) }),
      fault: fault && faultView(fault, opened, format),
      nothing: fault === 'no-newer' ? null : nothingWords(opened, format),
      move: move ? moveView(move, opened, fault, format) : null,
      undo: undo && undo !== 'copy-gone' ? undoView(undo, opened, format) : null,
      copyGone: undo === 'copy-gone' && fault !== 'copy-gone',
    },
  };
}

function faultView(fault: VersionFault, { open }: OpenVersion, { t, dayAndTime }: Format) {
  const { checklist, moves = [] } = open.assessment;
  const moved = moves.at(-1);
  const when = moved ? dayAndTime(moved.at) : '';
  const text =
    fault === 'copy-gone' ? t('version.copy-gone') : t(`version.fault.${fault}`, { version: checklist.version, when });
  return { text, href: fault === 'unconfirmed' ? '#confirm' : null };
}

function nothingWords({ open, move }: OpenVersion, { t }: Format): string | null {
  if (open.assessment.state === 'final') return t('version.final');
  return move ? null : t('version.newest');
}

function moveView(move: Move, opened: OpenVersion, fault: VersionFault | null, format: Format) {
  const { t } = format;
  const { id } = opened.open.assessment;
  const { checklist, pin } = move.target;
  return {
    heading: t('version.move', { version: pin.version }),
    href: `/checklists/${pin.id}/${pin.version}`,
    figures: versionFigures(move.sides, format),
    lists: moveLists(move, opened.open, format),
    inTheWay: meetingViews(move.inTheWay, checklist, opened, format),
    form: {
      action: `/assessments/${id}/version`,
      seen: opened.seen,
      version: pin.sha256,
      confirm: carriesNothing(move.plan)
        ? { text: t('version.confirm', { count: move.plan.left.length }), failed: fault === 'unconfirmed' }
        : null,
      submit: t('version.move.submit', { version: pin.version }),
    },
  };
}

function undoView(undo: Undo, opened: OpenVersion, format: Format) {
  const { t } = format;
  const { move } = undo.plan;
  return {
    heading: t('version.undo', { version: move.from.version }),
    lead: t('version.undo.lead', { when: format.dayAndTime(move.at) }),
    figures: versionFigures(undo.sides, format),
    lists: undoLists(undo, format),
    inTheWay: meetingViews(undo.inTheWay, opened.open.wholeChecklist, opened, format),
    form: {
      action: `/assessments/${opened.open.assessment.id}/version/undo`,
      seen: opened.seen,
      from: opened.open.assessment.checklist.sha256,
      submit: t('version.undo.submit', { version: move.from.version }),
    },
  };
}

/** Planned items are named as the present version has them. */
function meetingViews(inTheWay: WorkshopInTheWay[], other: Checklist, { open }: OpenVersion, format: Format) {
  const codes = new Map(
    [other, open.wholeChecklist].flatMap(({ areas }) =>
      areas.flatMap(({ items }) => items.map(({ id, code }) => [id, code])),
    ),
  );
  return inTheWay.map(({ id, title, isOpen, items }) => ({
    title,
    href: `/workshops/${id}`,
    why: isOpen
      ? format.t('version.meeting.open')
      : format.t('version.meeting.planned', { items: format.list(items.map(item => codes.get(item) ?? item)) }),
  }));
}

function nameOf({ title, version }: Checklist, { t, text }: Format): string {
  return t('changes.checklist.named', { title: text(title), version });
}
