import os from 'node:os';
import { setInterval as every } from 'node:timers/promises';
import { faultInLanguage } from '#shared/fault.ts';
import { inLanguage, type Language } from '#shared/text.ts';
import type { NetworkInterfaces } from '#web/lan/lan-addresses.ts';
import { startOwnProgram } from './own-program.ts';
import { RehearsalLog } from './rehearsal-log.ts';
import { liveLine, summaryLines } from './rehearsal-words.ts';
import { type RehearseOptions, rehearseOptions } from './rehearse-options.ts';
import { NoWorkshop, runRehearsal } from './run-rehearsal.ts';
import { summariseRehearsal } from './summarise-rehearsal.ts';

export const rehearseUsage =
  'rehearse [--people 40] [--minutes 5] [--seed 1] [--url http://address:port --code ABC234]';

export type RehearseSurroundings = {
  language: Language;
  print: (line: string) => void;
  /** Shown in the place of the one before; undefined where lines cannot be taken back. */
  show?: ((line: string) => void) | undefined;
  interfaces?: () => NetworkInterfaces;
  /** 1 is as people are; tests are in a hurry. */
  pace?: number;
};

const secondsBetweenLines = 10;
/** Whatever hangs, it is over then. */
const spareMs = 30_000;

/** Plays invented participants against a workshop. Gives the exit code: 0 all sound, 1 something is not, 2 wrong usage. */
export async function rehearse(args: string[], surroundings: RehearseSurroundings): Promise<number> {
  const { language, print, interfaces = os.networkInterfaces } = surroundings;
  const options = rehearseOptions(args, interfaces());
  if (options?.ok) return play(options.value, surroundings);
  for (const each of options?.faults ?? []) {
    const { path, message } = faultInLanguage(each, language);
    print(`--${path}: ${message}`);
  }
  print(inLanguage(usage, language));
  return 2;
}

const usage = { zh: `用法：npm run rehearse -- ${argumentsOf()}`, en: `usage: npm run rehearse -- ${argumentsOf()}` };

function argumentsOf(): string {
  return rehearseUsage.replace('rehearse ', '');
}

async function play(options: RehearseOptions, surroundings: RehearseSurroundings): Promise<number> {
  const { language, print } = surroundings;
  if (!options.place) print(inLanguage(startingWords, language));
  const program = options.place ? undefined : await startOwnProgram();
  const { origin, code } = program ?? options.place ?? { origin: '', code: '' };
  print(inLanguage(program ? watchWords(program.link) : realWords, language));
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  const latest = setTimeout(stop, options.minutes * 60_000 + spareMs).unref();
  try {
    const given = { ...options, origin, code, workshop: program?.workshop, signal: stopping.signal };
    return await playAndTell(given, surroundings);
  } catch (error) {
    if (!(error instanceof NoWorkshop)) throw error;
    print(inLanguage(noWorkshopWords(`${origin}/w/${code}`), language));
    return 1;
  } finally {
    process.off('SIGINT', stop);
    clearTimeout(latest);
    await program?.stop();
  }
}

type Given = Omit<RehearseOptions, 'place'> & {
  origin: string;
  code: string;
  workshop: { id: string; key: string } | undefined;
  signal: AbortSignal;
};

async function playAndTell(given: Given, surroundings: RehearseSurroundings): Promise<number> {
  const { people, minutes, seed, signal } = given;
  const { language, print, pace = 1 } = surroundings;
  const log = new RehearsalLog();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const over = new AbortController();
  const telling = tellAlive(() => liveLine(log, { people, language, seconds: seconds() }), surroundings, over.signal);
  try {
    await runRehearsal({ ...given, log, pace, seconds: minutes * 60, signal });
  } finally {
    over.abort();
    await telling;
  }
  const summary = summariseRehearsal(log, people);
  for (const line of summaryLines(log, summary, { people, seed, language, seconds: seconds() })) print(line);
  return summary.conclusion === 'sound' ? 0 : 1;
}

async function tellAlive(line: () => string, { print, show }: RehearseSurroundings, over: AbortSignal): Promise<void> {
  const everyMs = (show ? 1 : secondsBetweenLines) * 1_000;
  try {
    for await (const _tick of every(everyMs, undefined, { signal: over })) (show ?? print)(line());
  } catch (error) {
    if (!over.aborted) throw error;
  }
  show?.('');
}

const startingWords = { zh: '正在启动临时程序……', en: 'starting a temporary program …' };

function watchWords(link: string) {
  return {
    zh: `临时程序已启动，演练结束后连同数据一起删除。想看主持页和投影，打开：${link}`,
    en: `a temporary program is running; it is deleted with its data after the rehearsal. To watch its pages open: ${link}`,
  };
}

function noWorkshopWords(address: string) {
  return {
    zh: `${address} 没有会商：地址或代码不对，或程序没有运行`,
    en: `there is no workshop at ${address}: the address or the code is wrong, or the program is not running`,
  };
}

const realWords = {
  zh: '模拟的票会计入这场会商，演练席位会留到会商结束。不要用于正式会商。',
  en: 'invented votes count in this workshop and the seats stay until it is finished. Do not use it on a real one.',
};
