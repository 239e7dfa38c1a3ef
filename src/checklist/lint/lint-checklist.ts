import type { Checklist, Item } from '../checklist-schema.ts';
import { findDanglingCodes } from './dangling-codes.ts';
import { findDifferingArticles } from './differing-articles.ts';
import { findDifferingLevelReferences } from './differing-level-references.ts';
import { findDifferingNames } from './differing-names.ts';
import { findDifferingNumbers } from './differing-numbers.ts';
import { findDoubleQuestions } from './double-questions.ts';
import { findEvidenceGaps } from './evidence-ladder.ts';
import { applyExceptions } from './exceptions.ts';
import type { Finding, PlacedItem } from './finding.ts';
import { findLawsWithoutArticle } from './law-articles.ts';
import { findWrongLevelPrefixes } from './level-prefixes.ts';
import { findMissingLanguages } from './missing-languages.ts';
import { findMissingParts, findMissingPartsOfItem } from './missing-parts.ts';
import { findOverlongTexts } from './overlong-texts.ts';
import { findPunctuation } from './punctuation.ts';
import { findHardReading } from './readability.ts';
import { findRepeatedLevels } from './repeated-levels.ts';
import { findSecondHandArticles } from './second-hand-articles.ts';
import { findUnsourcedNumbers } from './unsourced-numbers.ts';
import { findUnverifiedClaims } from './unverified-claims.ts';
import { findVagueWords } from './vague-words.ts';

const checklistRules: ((checklist: Checklist) => Finding[])[] = [
  findMissingParts,
  findMissingLanguages,
  findPunctuation,
  findDifferingNames,
  findUnverifiedClaims,
];

const itemRules: ((placed: PlacedItem) => Finding[])[] = [
  findMissingPartsOfItem,
  findOverlongTexts,
  findVagueWords,
  findDoubleQuestions,
  findWrongLevelPrefixes,
  findRepeatedLevels,
  findEvidenceGaps,
  findLawsWithoutArticle,
  findUnsourcedNumbers,
  findDifferingNumbers,
  findDifferingArticles,
  findDifferingLevelReferences,
  findHardReading,
  findSecondHandArticles,
  findDanglingCodes,
];

/** Goes on from `parseChecklist` to the wording, the sources and the languages; what an item's own `lint` lines allow is left out. */
export function lintChecklist(checklist: Checklist): Finding[] {
  const items = placedItems(checklist);
  const findings = [
    ...checklistRules.flatMap(rule => rule(checklist)),
    ...items.flatMap(placed => itemRules.flatMap(rule => rule(placed))),
  ];
  return items.reduce(applyExceptions, findings);
}

/** What a reader would complain about in one item; places are inside the item. English is left to whoever wants it. */
export function lintItem(item: Item, checklist: Checklist): Finding[] {
  const placed = { item, path: [], checklist };
  return applyExceptions(
    itemRules.flatMap(rule => rule(placed)),
    placed,
  );
}

function placedItems(checklist: Checklist): PlacedItem[] {
  return checklist.areas.flatMap((area, areaIndex) =>
    area.items.map((item, itemIndex) => ({ item, path: ['areas', areaIndex, 'items', itemIndex], checklist })),
  );
}
