import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Picture } from '#checklist/picture-schema.ts';
import type { ActionPlan } from './action-plan.ts';
import { type ChainReport, chainReport } from './chain-report.ts';
import { findItemReport } from './item-index.ts';
import type { ItemReport } from './item-report.ts';
import { type PanelReport, panelReport } from './panel-report.ts';
import { type RegisterReport, registerReport } from './register-report.ts';
import { type FindShown, type ShownItem, shownState } from './shown-item.ts';

/** The picture of a lens group, filled in with the answers. */
export type PictureReport = { lens: string; group: string } & (ChainReport | RegisterReport | PanelReport);

type Given = { wholeChecklist: Checklist; items: ItemReport[]; plan: ActionPlan };

export function pictureReports({ wholeChecklist, items, plan }: Given): PictureReport[] {
  const placed = wholeChecklist.lenses.flatMap(lens =>
    ('groups' in lens ? lens.groups : []).flatMap(({ id, picture }) =>
      picture ? [{ lens: lens.id, group: id, picture }] : [],
    ),
  );
  if (placed.length === 0) return [];
  const find = finder(wholeChecklist, items);
  return placed.map(({ lens, group, picture }) => ({ lens, group, ...filled(picture, find, plan) }));
}

function finder(checklist: Checklist, items: ItemReport[]): FindShown {
  const whole = new Map(itemsOf(checklist).map(item => [item.id, item]));
  return id => {
    const item = whole.get(id);
    if (!item) throw new Error(`a picture names "${id}", which the checklist does not have`);
    return { item, report: findItemReport(items, id) };
  };
}

function filled(
  picture: Picture,
  find: FindShown,
  { actions }: ActionPlan,
): ChainReport | RegisterReport | PanelReport {
  switch (picture.kind) {
    case 'chain':
      return chainReport(picture, find);
    case 'register':
      return registerReport(picture, find, actions);
    case 'panel':
      return panelReport(picture, find);
  }
}

/** Every item of a picture, as often as it is named. */
export function shownItems(picture: ChainReport | RegisterReport | PanelReport): ShownItem[] {
  switch (picture.kind) {
    case 'chain':
      return picture.rows.flatMap(({ cells }) => cells.flatMap(cell => cell ?? []));
    case 'register':
      return picture.rows;
    case 'panel':
      return picture.groups.flatMap(({ figures }) => figures);
  }
}

/** Some item of it is in scope. */
export function isCovered(picture: PictureReport): boolean {
  return shownItems(picture).some(shown => shownState(shown) !== 'out-of-scope');
}
