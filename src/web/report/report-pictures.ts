import { isCovered, type PictureReport } from '#report/picture-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { rangeWords, undefinedWords } from './report-bar.ts';
import { chainView } from './report-chain.ts';
import { panelView } from './report-panel.ts';
import { registerView } from './report-register.ts';

export type PictureView = ReturnType<typeof pictureView>;

/** The pictures of a lens, in the order of its groups. */
export function picturesOf(lensId: string, report: Report, format: Format): PictureView[] {
  return report.pictures.filter(({ lens }) => lens === lensId).map(picture => pictureView(picture, report, format));
}

function pictureView(picture: PictureReport, report: Report, format: Format) {
  const covered = isCovered(picture);
  return {
    id: `picture-${picture.lens}-${picture.group}`,
    title: format.text(picture.title),
    figures: figureWords(picture, report, format),
    about: picture.about ? format.text(picture.about) : '',
    isOutside: !covered,
    chain: covered && picture.kind === 'chain' ? chainView(picture, format) : null,
    register: covered && picture.kind === 'register' ? registerView(picture, report, format) : null,
    panel: covered && picture.kind === 'panel' ? panelView(picture, report, format) : null,
  };
}

/** What the group comes to that the picture belongs to. */
function figureWords({ lens, group: id }: PictureReport, { lenses }: Report, format: Format): string {
  const group = lenses.find(one => one.id === lens)?.groups.find(one => one.id === id);
  if (!group) return '';
  const title = format.text(group.title);
  if (group.undefinedFor)
    return format.t('picture.figures.undefined', { title, reason: undefinedWords(group.undefinedFor, format) });
  return format.t('picture.figures', {
    ...{ title, count: group.counts.total - group.counts.excluded, range: rangeWords(group.figures, format) },
    ...{ score: format.score(group.figures.score), supported: format.score(group.figures.supported) },
  });
}
