import type { Checklist } from '../checklist-schema.ts';
import { type Finding, finding, type Path } from './finding.ts';
import { textsIn } from './texts.ts';
import { saysSo, unverifiedClaims } from './unverified-claim-list.ts';

type PlacedSentence = { sentence: string; path: Path };

export function findUnverifiedClaims(checklist: Checklist): Finding[] {
  return [...sentencesOfTexts(checklist), ...numbersOfSources(checklist), ...placesOfItems(checklist)].flatMap(
    unverified,
  );
}

function unverified({ sentence, path }: PlacedSentence): Finding[] {
  if (saysSo.test(sentence)) return [];
  return unverifiedClaims
    .filter(({ pattern }) => pattern.test(sentence))
    .map(({ about }) =>
      finding('unverified-claim', path, {
        zh: `${about.zh}没有核实过；要写，须在同一句写明“未核实”或据谁报道`,
        en: `${about.en} was never verified; the sentence must say so or name whose account it is`,
      }),
    );
}

function sentencesOfTexts(checklist: Checklist): PlacedSentence[] {
  return textsIn(checklist).flatMap(({ text, path }) => [
    ...text.zh.split(/[。；]/).map(sentence => ({ sentence, path: [...path, 'zh'] })),
    ...(text.en ?? '').split(/[.;](?=\s|$)/).map(sentence => ({ sentence, path: [...path, 'en'] })),
  ]);
}

function numbersOfSources({ sources = [] }: Checklist): PlacedSentence[] {
  return sources.flatMap(({ number }, index) =>
    number === undefined ? [] : [{ sentence: number, path: ['sources', index, 'number'] }],
  );
}

function placesOfItems({ areas }: Checklist): PlacedSentence[] {
  return areas.flatMap((area, a) =>
    area.items.flatMap((item, i) =>
      (item.sources ?? []).map(({ at }, s) => ({ sentence: at, path: ['areas', a, 'items', i, 'sources', s, 'at'] })),
    ),
  );
}
