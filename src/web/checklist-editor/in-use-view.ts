import type { LostDefinition } from '#checklist/lost-definitions.ts';
import type { Format } from '../format.ts';

const codesShown = 30;

/** What would go although items name it: each by name, with the items and as what they name it. */
export function inUseView(lost: LostDefinition[], { t, text, list }: Format) {
  return {
    heading: t(lost.some(({ kind }) => kind === 'tag') ? 'in-use.heading.tags' : 'in-use.heading'),
    what: t(lost.some(({ kind }) => kind === 'tag') ? 'in-use.what.tags' : 'in-use.what'),
    lines: lost.map(({ kind, id, label, uses }) => ({
      name: t(`in-use.${kind}`, { name: text(label), id }),
      uses: [...uses].map(([role, codes]) => {
        const shown = list(codes.slice(0, codesShown));
        const items = codes.length > codesShown ? t('in-use.more', { codes: shown, count: codes.length }) : shown;
        return t('in-use.role', { role: t(`in-use.role.${role}`), items });
      }),
    })),
  };
}
