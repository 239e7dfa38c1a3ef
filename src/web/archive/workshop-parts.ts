import { AppError } from '#shared/app-error.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import type { Format } from '../format.ts';
import { minutesView } from '../workshop/minutes/minutes-view.ts';
import { type ArchiveContext, formatsOf, pathIn } from './archive-context.ts';
import { offlineFrame } from './offline-frame.ts';

const frame = offlineFrame('archive.css', 'minutes.css');

/**
 * The minutes of every workshop of the assessment: for programs as the API gives them, and as pages that open without internet. Nothing of
 * a workshop besides: votes, secrets and what was not revealed are in no minutes.
 */
export function workshopParts(context: ArchiveContext): ArchivePart[] {
  return [...context.minutes.flatMap(minutes => partsOf(minutes, context)), ...alteredParts(context)];
}

function partsOf(minutes: Minutes, context: ArchiveContext): ArchivePart[] {
  const base = `workshops/${nameOf(minutes, context)}`;
  const kind = minutes.state === 'closed' ? 'minutes' : 'open-minutes';
  return [
    {
      ...{ path: `${base}.json`, kind: `${kind}-json:${minutes.title}` },
      content: async () => `${JSON.stringify(minutes, null, 1)}\n`,
    },
    ...formatsOf(context).map(format => ({
      ...{ path: pathIn(format.language, `${base}.html`, context), kind: `${kind}-html:${minutes.title}` },
      content: async () => pageOf(minutes, context, format),
    })),
  ];
}

/** Minutes that were brought along and are another file since: only their hash is known, and that they are not here. */
function alteredParts({ site, report }: ArchiveContext): ArchivePart[] {
  return site.broughtMinutes
    .list(report.assessment.id)
    .filter(({ state }) => state === 'altered')
    .map(({ sha256 }) => ({
      ...{ path: `workshops/${sha256}.json`, kind: `minutes-json:${sha256.slice(0, 12)}` },
      content: async () => {
        throw new AppError('minutes-altered');
      },
    }));
}

/** Of a workshop that is not over the day on which it was made, and that it is not over. */
function nameOf({ title, state, createdAt, finishedAt = createdAt }: Minutes, context: ArchiveContext): string {
  const name = `${context.site.formats['zh-CN'].isoDay(finishedAt)} ${title.replaceAll('/', '-')}`;
  if (state === 'closed') return name;
  return [name, ...formatsOf(context).map(({ t }) => t('archive.unfinished'))].join(' ');
}

function pageOf(minutes: Minutes, { site, opened }: ArchiveContext, format: Format): string {
  const view = {
    ...minutesView(minutes, opened.open, format),
    ...{ ...frame, language: format.language },
    title: format.t('minutes.title', { title: minutes.title }),
    proposals: format.t('report.method.proposals'),
  };
  return site.render('pages/archive/minutes', view, format.language);
}
