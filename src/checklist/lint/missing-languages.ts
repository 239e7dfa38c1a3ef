import type { Checklist } from '../checklist-schema.ts';
import { type Finding, finding } from './finding.ts';
import { textsIn } from './texts.ts';

export function findMissingLanguages(checklist: Checklist): Finding[] {
  return textsIn(checklist)
    .filter(({ text }) => text.en === undefined)
    .map(({ path }) => finding('missing-language', [...path, 'en'], { zh: '缺英文', en: 'the English is missing' }));
}
