import { type Finding, finding, type PlacedItem } from './finding.ts';

type Exception = { rule: string; at?: string | undefined };

/** Takes out what the item allows. `at` is a place inside the item, such as `levels.3`, and covers what lies under it; an exception without a finding is one itself. */
export function applyExceptions(findings: Finding[], { item, path }: PlacedItem): Finding[] {
  const exceptions = item.lint ?? [];
  const isAllowedBy = (exception: Exception) => (found: Finding) =>
    found.rule === exception.rule && isInside(found, [...path, ...stepsOf(exception)]);
  const idle = exceptions.flatMap((exception, index) =>
    findings.some(isAllowedBy(exception)) ? [] : [idleException([...path, 'lint', index], exception.rule)],
  );
  return [...findings.filter(found => !exceptions.some(exception => isAllowedBy(exception)(found))), ...idle];
}

function stepsOf({ at }: Exception): string[] {
  return at?.split('.') ?? [];
}

function isInside(found: Finding, place: (string | number)[]): boolean {
  return place.every((step, index) => String(found.path[index]) === String(step));
}

function idleException(path: (string | number)[], rule: string): Finding {
  return finding('idle-exception', path, {
    zh: `例外“${rule}”没有对应的问题，请删去`,
    en: `the exception "${rule}" matches no finding; delete it`,
  });
}
