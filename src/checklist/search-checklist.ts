import type { Text } from '#shared/text.ts';
import type { Area, Checklist, Item } from './checklist-schema.ts';

/** Where in an item a text stands. */
type TextPlace = 'title' | 'question' | 'guidance' | 'level' | 'evidence' | 'lead';
export type FoundItem = { item: Item; area: Area; texts: { place: TextPlace; text: Text }[] };

const wordsAtMost = 10;

/** The words of a query, as they are compared: of one width and in small letters. */
export function queryWords(query: string): string[] {
  const words = comparable(query.slice(0, 200)).split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, wordsAtMost);
}

/** Items in whose code and texts, Chinese or English, every word stands; of each the texts with at least one of them. */
export function searchChecklist(checklist: Checklist, words: string[]): FoundItem[] {
  if (words.length === 0) return [];
  return checklist.areas.flatMap(area =>
    area.items.flatMap(item => {
      const texts = textsOf(item, checklist);
      const whole = comparable([item.code, ...texts.map(({ text }) => `${text.zh}\n${text.en ?? ''}`)].join('\n'));
      if (!words.every(word => whole.includes(word))) return [];
      return [{ item, area, texts: texts.filter(({ text }) => holdsAny(text, words)) }];
    }),
  );
}

/** A text cut where a word begins or ends. */
export function markWords(text: string, words: string[]): { text: string; hit: boolean }[] {
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(${words.map(escaped).join('|')})`, 'iu');
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter(part => part.text !== '');
}

function textsOf(item: Item, { departments }: Checklist): FoundItem['texts'] {
  const lead = departments?.find(({ id }) => id === item.lead);
  const places: [TextPlace, (Text | undefined)[]][] = [
    ['title', [item.title]],
    ['question', [item.question]],
    ['guidance', [item.guidance]],
    ['level', Object.values(item.levels ?? {})],
    ['evidence', (item.evidence ?? []).map(({ example }) => example)],
    ['lead', [lead?.name]],
  ];
  return places.flatMap(([place, texts]) => texts.flatMap(text => (text ? [{ place, text }] : [])));
}

function holdsAny({ zh, en = '' }: Text, words: string[]): boolean {
  const both = comparable(`${zh}\n${en}`);
  return words.some(word => both.includes(word));
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
