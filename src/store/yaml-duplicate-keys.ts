import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { YamlProblem } from './yaml-document.ts';

type Path = (string | number)[];

export function duplicateKeys(node: unknown, path: Path = []): YamlProblem[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => duplicateKeys(item, [...path, index]));
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const again = seen.has(name);
    seen.add(name);
    const at = (isNode(key) && key.range?.[0]) || 0;
    return [...(again ? [repeated(at, [...path, name])] : []), ...duplicateKeys(value, [...path, name])];
  });
}

function repeated(at: number, path: Path): YamlProblem {
  return { at, path, zh: '同一个键写了两次', en: 'the same key is there twice' };
}
