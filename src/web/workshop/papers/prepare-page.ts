import type { Workshop } from '#workshop/workshop.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import { departmentName } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import type { JoinPlace } from '../room-page.ts';

export type TypedSlips = { count: string; department: string };
type Given = {
  workshop: Workshop;
  open: OpenAssessment;
  joinPlace: JoinPlace | null;
  typed: TypedSlips;
  error: string | null;
  isAdministrator: boolean;
};

export const mostSlips = 200;

/** What is printed or opened before people come. */
export function preparePage({ workshop, open, joinPlace, typed, error, isAdministrator }: Given, format: Format): Page {
  const { t } = format;
  const base = `/workshops/${workshop.id}`;
  const isNamed = workshop.mode === 'department';
  return {
    template: 'workshop/prepare',
    title: t('papers.title', { title: workshop.title }),
    section: 'assessments',
    ...(isAdministrator ? { assessmentBar: assessmentBar(open, 'workshops', format) } : {}),
    view: {
      heading: workshop.title,
      base,
      isAdministrator,
      isOpen: joinPlace !== null,
      address: joinPlace?.address ?? '',
      canIssue: workshop.state !== 'closed',
      count: {
        ...{ name: 'count', label: t('papers.slips.count'), hint: t('papers.slips.count.hint', { most: mostSlips }) },
        ...{ value: typed.count, type: 'text', required: true, error },
      },
      departments: [
        ...(isNamed ? [] : [{ value: '', label: t('papers.slips.any'), chosen: typed.department === '' }]),
        ...workshop.departments.map(id => ({
          value: id,
          label: departmentName(id, open.checklist, format),
          chosen: typed.department === id,
        })),
      ],
    },
  };
}
