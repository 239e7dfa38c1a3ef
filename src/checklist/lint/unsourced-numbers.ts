import type { Item } from '../checklist-schema.ts';
import { type Finding, finding, type Path, type PlacedItem } from './finding.ts';
import { guidanceOf, levelsOf, type PlacedText, questionOf } from './texts.ts';
import { numbersIn } from './written-numbers.ts';

/**
 * Every threshold and window stands in the `at` of one of the item's sources, ours under `proposal`. Not asked for:
 * - names and addresses: level numbers, item codes, 7×24, 1:500, dates, articles, numbers of documents, what stands in quotation marks;
 * - 0, 0% and 100%, and counts below 10: the steps of a ladder (1 类, 2 类, 3 类) and samples of 3 on site;
 * - windows in the guidance: there they tell how to count and decide no level by themselves;
 * - the level texts of a metric: they restate its bands, and the bands are asked for.
 * English is not looked at: the rule `numbers-differ` holds it to the Chinese.
 */
export function findUnsourcedNumbers({ item, path }: PlacedItem): Finding[] {
  const sourced = new Set((item.sources ?? []).flatMap(({ at }) => numbersIn(at)));
  return numbersToSource(item, path)
    .filter(({ number }) => !sourced.has(number))
    .map(({ number, path: at }) =>
      finding('unsourced-number', at, {
        zh: `${number} 没有出处；自拟的写在 proposal 名下`,
        en: `${number} has no source; if it is ours, list it under proposal`,
      }),
    );
}

type PlacedNumber = { number: string; path: Path };

function numbersToSource(item: Item, path: Path): PlacedNumber[] {
  const texts = [...questionOf(item, path), ...(item.kind === 'metric' ? [] : levelsOf(item, path))];
  return [
    ...texts.flatMap(text => numbersOf(text, [])),
    ...guidanceOf(item, path).flatMap(text => numbersOf(text, [window])),
    ...(item.kind === 'metric' ? bandsOf(item, path) : []),
  ];
}

const namesAndAddresses = [
  /“[^”]*”|《[^》]*》/g,
  /\d+(?:\s*[、—～至或和]\s*\d+)*\s*级/g,
  /〔\d+〕\s*\d+\s*号/g,
  /第\s*\d+\s*[条款章节项号次]/g,
  /[A-Z]+(?:\/T)?\s*\d+(?:[.-]\d+)*/g,
  /[A-Za-z]-?\d+/g,
  /\d+\s*[×:：]\s*\d+(?!\s*%)/g,
  /\d{4}-\d{2}(?:-\d{2})?/g,
  /\d{4}\s*[年版](?:\s*\d+\s*月)?(?:\s*\d+\s*日)?/g,
  /\d+\s*月(?:\s*\d+\s*日)?/g,
];
const window = /\d+(?:\.\d+)?\s*(?:个月|个季度|年|天|日|小时|分钟|秒)/g;

function numbersOf({ text, path }: PlacedText, alsoLeftOut: RegExp[]): PlacedNumber[] {
  const rest = [...namesAndAddresses, ...alsoLeftOut].reduce((left, pattern) => left.replace(pattern, ' '), text.zh);
  const windows = new Set((rest.match(window) ?? []).flatMap(numbersIn));
  const asked = numbersIn(rest).filter(number => windows.has(number) || !isPlain(number));
  return [...new Set(asked)].map(number => ({ number, path: [...path, 'zh'] }));
}

function bandsOf({ bands, unit }: Extract<Item, { kind: 'metric' }>, path: Path): PlacedNumber[] {
  const percent = unit.zh.includes('%') ? '%' : '';
  return bands
    .map(({ at }, index) => ({ number: `${at}${percent}`, path: [...path, 'bands', index, 'at'] }))
    .filter(({ number }) => !isPlain(number));
}

function isPlain(number: string): boolean {
  return /^\d$|^0%$|^100%$/.test(number);
}
