import type { Workshop } from '#workshop/workshop.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { qrCode } from '../qr-code.ts';
import type { JoinPlace } from '../room-page.ts';

type Given = { workshop: Workshop; joinPlace: JoinPlace | null; codes: string[]; department: string };

/** Shown once, to be printed and cut: each code is one seat. */
export function slipsPage({ workshop, joinPlace, codes, department }: Given, format: Format): Page {
  const { t } = format;
  return {
    template: 'workshop/slips',
    layout: 'print',
    title: t('papers.slips.title', { title: workshop.title }),
    section: 'none',
    view: {
      heading: workshop.title,
      base: `/workshops/${workshop.id}`,
      code: workshop.code,
      address: joinPlace?.address ?? null,
      qr: joinPlace ? qrCode(joinPlace.link, t('projector.qr', { link: joinPlace.link })) : null,
      department: department === '' ? null : department,
      slips: codes,
      lead: t('papers.slips.lead', { count: codes.length }),
    },
  };
}
