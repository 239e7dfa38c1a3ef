import type { Workshop } from '#workshop/workshop.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { qrCode, wifiText } from '../qr-code.ts';
import type { JoinPlace } from '../room-page.ts';

/** For the door and the tables: network, address and code, each with its QR code. */
export function posterPage(workshop: Workshop, joinPlace: JoinPlace | null, format: Format): Page {
  const { t } = format;
  return {
    template: 'workshop/poster',
    layout: 'print',
    title: t('papers.poster.title', { title: workshop.title }),
    section: 'none',
    view: {
      heading: workshop.title,
      base: `/workshops/${workshop.id}`,
      code: workshop.code,
      promise: t(`projector.promise.${workshop.mode}`),
      join: joinPlace
        ? { address: joinPlace.address, qr: qrCode(joinPlace.link, t('projector.qr', { link: joinPlace.link })) }
        : null,
      wifi: joinPlace?.wifi ? wifiOf(joinPlace.wifi, format) : null,
    },
  };
}

function wifiOf({ name, password }: NonNullable<JoinPlace['wifi']>, { t }: Format) {
  if (password === null) return { name, password: null, qr: null };
  return {
    name,
    password: password === '' ? t('papers.wifi.open') : password,
    qr: qrCode(wifiText({ name, password }), t('papers.wifi.qr', { name })),
  };
}
