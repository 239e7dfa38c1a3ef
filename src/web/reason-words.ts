import type { Translate } from './words.ts';

/** Reasons that the program gives itself, each with the one thing that it names, if any. */
const reasons = [
  ['suggestion.why', 'period'],
  ['joined.why', 'rev'],
  ['joined.why.record', null],
  ['import.why', 'file'],
] as const;

/** Stands for what a reason names; no stored line holds it. */
const gap = '\n';

/** A reason that the program wrote in the language of whoever pressed, in that of whoever reads (`t`); any other stays as it is. */
export function reasonWords(why: string, written: readonly Translate[], t: Translate): string {
  for (const [key, name] of reasons)
    for (const words of written) {
      const named = namedIn(why, name === null ? words(key) : words(key, { [name]: gap }));
      if (named !== undefined) return name === null ? t(key) : t(key, { [name]: named });
    }
  return why;
}

/** What stands in the gap; undefined for another reason. */
function namedIn(why: string, reason: string): string | undefined {
  const [start = '', end] = reason.split(gap);
  if (end === undefined) return why === start ? '' : undefined;
  const isIt = why.length >= start.length + end.length && why.startsWith(start) && why.endsWith(end);
  return isIt ? why.slice(start.length, why.length - end.length) : undefined;
}
