import { aloneOf } from '#assessment/asked-at.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { askedItem } from './asked-item.ts';

/** The items of a workshop that are not asked so any more, as the room saw them, by id. */
export function formerItems(minutes: Minutes, open: OpenAssessment): ReadonlyMap<string, Item> {
  return new Map(
    minutes.items.flatMap(({ item }) => {
      const asked = askedItem(minutes, open, item);
      return asked?.former ? [[item, aloneOf(asked)] as const] : [];
    }),
  );
}
