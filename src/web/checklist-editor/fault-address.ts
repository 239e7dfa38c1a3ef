import type { Checklist } from '#checklist/checklist-schema.ts';
import { partOfKey } from '#checklist/draft-parts.ts';
import type { Role } from '#checklist/lost-definitions.ts';
import type { Fault } from '#shared/fault.ts';

/** The page of the editor on which a fault of the whole checklist is mended, and the field there. */
export function faultAddress({ path }: Pick<Fault, 'path'>, { id, areas, lenses }: Checklist): string {
  const draft = `/checklist-drafts/${id}`;
  if (path[0] === 'lenses') {
    const lens = lenses[Number(path[1])];
    return lens ? `${draft}/lenses/${lens.id}#${path.slice(2).join('.')}` : `${draft}#lenses`;
  }
  if (path[0] !== 'areas') return `${draft}/head/${partOfKey(String(path[0]))}#${path.join('.')}`;
  const area = areas[Number(path[1])];
  if (!area) return `${draft}#areas`;
  const item = path[2] === 'items' ? area.items[Number(path[3])] : undefined;
  return item
    ? `${draft}/areas/${area.id}/items/${item.id}#${path.slice(4).join('.')}`
    : `${draft}/areas/${area.id}#${path.slice(2).join('.')}`;
}

/** As what an item names what is wrong. */
const roles = { lead: 'lead', support: 'support', sources: 'source', conditional: 'condition', tags: 'tag' } as const;

type Place = {
  code: string;
  /** A page of the head, or the lenses. */
  part: string | null;
  role?: Role | undefined;
};

/** Where it is, in words: the code of the item or area, or the page of the head. */
export function faultPlace({ path }: Pick<Fault, 'path'>, { areas }: Checklist): Place {
  if (path[0] === 'lenses') return { code: '', part: 'lenses' };
  if (path[0] !== 'areas') return { code: '', part: partOfKey(String(path[0])) };
  const area = areas[Number(path[1])];
  const item = path[2] === 'items' ? area?.items[Number(path[3])] : undefined;
  const role = Object.entries(roles).find(([field]) => item && field === path[4])?.[1];
  return { code: item?.code ?? area?.code ?? '', part: null, role };
}
