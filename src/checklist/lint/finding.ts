import { type Fault, fault } from '#shared/fault.ts';
import type { Checklist, Item } from '../checklist-schema.ts';

export type LintRule =
  | 'missing-part'
  | 'missing-language'
  | 'too-long'
  | 'vague-word'
  | 'double-question'
  | 'level-prefix'
  | 'level-repeats'
  | 'evidence-ladder'
  | 'law-article'
  | 'unsourced-number'
  | 'numbers-differ'
  | 'punctuation'
  | 'articles-differ'
  | 'levels-differ'
  | 'names-differ'
  | 'hard-to-read'
  | 'unverified-claim'
  | 'second-hand-article'
  | 'dangling-code'
  | 'idle-exception';

/** What a reader would complain about: an error in a built-in checklist, advice for another. */
export type Finding = Fault & { rule: LintRule };

export type Path = Fault['path'];
export type PlacedItem = { item: Item; path: Path; checklist: Checklist };
export type Wording = { zh: string; en: string };

export function finding(rule: LintRule, path: Path, { zh, en }: Wording): Finding {
  return { rule, ...fault(path, zh, en) };
}
