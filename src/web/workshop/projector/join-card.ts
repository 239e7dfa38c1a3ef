import type { Format } from '../../format.ts';
import { qrCode } from '../qr-code.ts';
import type { RoomPage } from '../room-page.ts';

/** How to get in, to be read from the back row; the address is null while phones cannot join. */
export function joinCard({ joinPlace, workshop, snapshot }: RoomPage, { t }: Format) {
  return {
    code: workshop.code,
    address: joinPlace?.address ?? null,
    wifi: joinPlace?.wifi?.name ?? null,
    qr: joinPlace ? qrCode(joinPlace.link, t('projector.qr', { link: joinPlace.link })) : null,
    locked: snapshot.locked ? t('projector.locked') : null,
  };
}
