import type { Format } from '../../format.ts';
import { actorName } from '../actor-name.ts';
import { askedItem } from '../asked-item.ts';
import { didWords } from '../did-words.ts';
import type { RoomPage } from '../room-page.ts';

const logShown = 12;

/** Who is connected, what can be pressed, what was done. */
export function sideView({ snapshot, workshop, open }: RoomPage, format: Format) {
  const { t } = format;
  const { joined, present, connections } = snapshot;
  const codeOf = (item: string | undefined) =>
    item === undefined ? '' : (askedItem(workshop, open, item)?.item.code ?? item);
  const away = Math.max(0, joined - present);
  return {
    connections: [
      { icon: 'wifi', classes: 'is-ok', text: t('cockpit.online', { count: present }) },
      ...(away > 0 ? [{ icon: 'wifi-off', classes: 'is-warn', text: t('cockpit.away', { count: away }) }] : []),
      {
        icon: 'presentation',
        classes: connections && connections.projectors > 0 ? 'is-ok' : '',
        text: t('cockpit.projectors', { count: connections?.projectors ?? 0 }),
      },
      { icon: 'users', classes: '', text: t('cockpit.cockpits', { count: connections?.cockpits ?? 0 }) },
    ],
    keys: (['space', 'r', 'v', 't', 'p', 'b', 'f', 'help'] as const).map(key => ({
      key: t(`cockpit.key.${key}`),
      what: t(`cockpit.key.${key}.what`),
    })),
    log: workshop.log
      .slice(-logShown)
      .toReversed()
      .map(entry => ({
        time: format.time(entry.at),
        what: didWords(entry, codeOf(entry.item), format),
        who: actorName(entry, format),
        why: entry.why ?? '',
      })),
  };
}
