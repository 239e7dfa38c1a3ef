import { withheldReasonSchema } from '#assessment/answer.ts';
import { type Checklist, type EvidenceKind, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { type AnswerOption, answerOptions, findLevelOption, levelName } from './answer-options.ts';
import type { Wording } from './wording.ts';

/** Words as people may have left or typed them, in either language: spaces and width do not count. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What can be chosen for an item, by its words in every language; a level by its number alone, or with its name, as well. */
export function findOption(text: string, item: Item, { checklist, wordings }: KnownIn): AnswerOption | undefined {
  const wanted = plainWords(text);
  // Wording every level of every item to find one of them takes longer than all the rest.
  const number = /^-?\d{1,3}(?!\d)/.exec(wanted)?.[0];
  for (const wording of wordings) {
    const level = number === undefined ? undefined : findLevelOption(Number(number), item, checklist, wording);
    const name = levelName(Number(number), item, checklist, wording);
    if (level && [number, plainWords(level.text), plainWords(name)].includes(wanted)) return level;
    const others = level ? [] : answerOptions(item, checklist, wording);
    const found = others.find(option => plainWords(option.text) === wanted);
    if (found) return found;
  }
  return undefined;
}

export type KnownIn = { checklist: Checklist; wordings: readonly Wording[] };

/** The code of a listed reason for withholding; any other reason as it was typed. */
export function reasonOf(text: string, wordings: readonly Wording[]): string {
  const found = withheldReasonSchema.options.find(reason =>
    wordings.some(({ t }) => plainWords(t(`assessment.withheld.${reason}`)) === plainWords(text)),
  );
  return found ?? text;
}

export function findKind(text: string, wordings: readonly Wording[]): EvidenceKind | undefined {
  return evidenceKindSchema.options.find(kind =>
    wordings.some(({ t }) => plainWords(t(`assessment.evidence.${kind}`)) === plainWords(text)),
  );
}

/** What may stand behind a number. */
export function unitsOf(item: Item): string[] {
  return item.kind === 'metric' ? [item.unit.zh, ...(item.unit.en === undefined ? [] : [item.unit.en])] : [];
}
