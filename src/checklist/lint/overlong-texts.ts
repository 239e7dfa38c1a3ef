import { type Finding, finding, type Path, type PlacedItem } from './finding.ts';
import { guidanceOf, levelsOf } from './texts.ts';

/** Characters as Chinese word processors count them (字数): without spaces. */
const limits = { title: 24, level: 80, levelWords: 55, guidance: 300 };

export function findOverlongTexts({ item, path }: PlacedItem): Finding[] {
  return [
    ...tooManyCharacters(item.title.zh, [...path, 'title', 'zh'], limits.title),
    ...guidanceOf(item, path).flatMap(({ text, path: at }) =>
      tooManyCharacters(text.zh, [...at, 'zh'], limits.guidance),
    ),
    ...levelsOf(item, path).flatMap(({ text, path: at }) => [
      ...tooManyCharacters(text.zh, [...at, 'zh'], limits.level),
      ...tooManyWords(text.en ?? '', [...at, 'en'], limits.levelWords),
    ]),
  ];
}

function tooManyCharacters(text: string, path: Path, limit: number): Finding[] {
  const { length } = text.match(/\S/gu) ?? [];
  return length <= limit
    ? []
    : [
        finding('too-long', path, {
          zh: `${length} 字，最多 ${limit} 字`,
          en: `${length} characters, at most ${limit}`,
        }),
      ];
}

function tooManyWords(text: string, path: Path, limit: number): Finding[] {
  const { length } = text.match(/\S+/g) ?? [];
  return length <= limit
    ? []
    : [finding('too-long', path, { zh: `${length} 个词，最多 ${limit} 个`, en: `${length} words, at most ${limit}` })];
}
