import type { LostDefinition } from '#checklist/lost-definitions.ts';
import type { LostPlaces } from '#checklist/lost-places.ts';
import type { Format } from '../format.ts';

const codesShown = 30;

/** `lost`: what items name; `places`: what pictures show. */
export type InUse = { lost: LostDefinition[]; places: LostPlaces[] };

/** What would go although it is in use: each by name, with the items and as what they name it, and the pictures with how much of them. */
export function inUseView({ lost, places }: InUse, { t, text, list }: Format) {
  const about = aboutOf({ lost, places });
  return {
    heading: t(`in-use.heading${about}`),
    what: t(`in-use.what${about}`),
    lines: [
      ...lost.map(({ kind, id, label, uses }) => ({
        name: t(`in-use.${kind}`, { name: text(label), id }),
        uses: [...uses].map(([role, codes]) => {
          const shown = list(codes.slice(0, codesShown));
          const items = codes.length > codesShown ? t('in-use.more', { codes: shown, count: codes.length }) : shown;
          return t('in-use.role', { role: t(`in-use.role.${role}`), items });
        }),
      })),
      ...places.map(({ title, lost: count, left }) => ({
        name: t('in-use.picture', { title: text(title) }),
        uses: [t(left === 0 ? 'in-use.picture.whole' : 'in-use.picture.places', { count, left })],
      })),
    ],
  };
}

function aboutOf({ lost, places }: InUse): '' | '.tags' | '.pictures' | '.tags-pictures' {
  if (lost.length === 0) return '.pictures';
  if (places.length > 0) return '.tags-pictures';
  return lost.some(({ kind }) => kind === 'tag') ? '.tags' : '';
}
