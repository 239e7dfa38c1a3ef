import { scaleOf } from '../checklist-lookups.ts';
import type { EvidenceKind } from '../checklist-schema.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';

const tops: EvidenceKind[] = ['event', 'audit'];
const tests: EvidenceKind[] = ['measurement', 'exercise', ...tops];
const ladder = [
  { level: 3, kinds: ['operation', ...tests], zh: '运行记录', en: 'operation record' },
  { level: 4, kinds: tests, zh: '数据报表或演练材料', en: 'measurement or exercise' },
  { level: 5, kinds: tops, zh: '真实事件或第三方检验材料', en: 'event or audit' },
];

/** Evidence of a higher kind shows the lower levels too. Only items with level texts on a scale of that height are asked for it. */
export function findEvidenceGaps({ item, path, checklist }: PlacedItem): Finding[] {
  if (!item.levels || !item.evidence) return [];
  const given = new Set<string>(item.evidence.map(({ kind }) => kind));
  const { max } = scaleOf(item, checklist);
  return ladder
    .filter(({ level, kinds }) => level <= max && !kinds.some(kind => given.has(kind)))
    .map(({ level, zh, en }) =>
      finding('evidence-ladder', [...path, 'evidence'], {
        zh: `${level} 级没有可用的佐证示例（${zh}）`,
        en: `no example of evidence for level ${level} (${en})`,
      }),
    );
}
