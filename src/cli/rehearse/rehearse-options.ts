import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Checked, check, fault } from '#shared/fault.ts';
import type { NetworkInterfaces } from '#web/lan/lan-addresses.ts';
import { cleanCode, codePattern } from '#workshop/secrets.ts';
import { ownPlace } from './own-place.ts';

/** `place` is null where the rehearsal brings a program of its own. */
export type RehearseOptions = {
  people: number;
  minutes: number;
  seed: number;
  place: { origin: string; code: string } | null;
};

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const argumentsSchema = z.object({
  people: whole.pipe(z.int().min(1).max(1_000)).default(40),
  minutes: z
    .string()
    .regex(/^\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(1).max(120))
    .default(5),
  seed: whole.default(1),
  url: z.string().optional(),
  code: z.string().transform(cleanCode).pipe(z.string().regex(codePattern)).optional(),
});
type Arguments = z.infer<typeof argumentsSchema>;

const text = { type: 'string' } as const;
const known = { people: text, minutes: text, seed: text, url: text, code: text };

/** Undefined for arguments that cannot be read. */
export function rehearseOptions(args: string[], interfaces: NetworkInterfaces): Checked<RehearseOptions> | undefined {
  const strange = strangeOptions(args);
  if (strange.length > 0) return { ok: false, faults: strange.map(noSuchOption) };
  const given = valuesOf(args);
  if (!given) return undefined;
  const parsed = check(argumentsSchema, given);
  return parsed.ok ? withPlace(parsed.value, interfaces) : parsed;
}

function strangeOptions(args: string[]): string[] {
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  return tokens.flatMap(token => (token.kind === 'option' && !Object.hasOwn(known, token.name) ? [token.name] : []));
}

function noSuchOption(name: string) {
  return fault([name], '没有这个选项', 'there is no such option');
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({ args, options: known }).values;
  } catch {
    return undefined;
  }
}

function withPlace({ url, code: named, ...rest }: Arguments, interfaces: NetworkInterfaces): Checked<RehearseOptions> {
  if (url === undefined)
    return named === undefined ? { ok: true, value: { ...rest, place: null } } : { ok: false, faults: [urlMissing] };
  const place = ownPlace(url, interfaces);
  if (!place) return { ok: false, faults: [notOwn] };
  const code = named ?? place.code;
  return code !== undefined && codePattern.test(code)
    ? { ok: true, value: { ...rest, place: { origin: place.origin, code } } }
    : { ok: false, faults: [codeMissing] };
}

const urlMissing = fault(['url'], '给了 --code 就要给 --url', 'with --code there has to be --url');
const codeMissing = fault(
  ['code'],
  '缺少会商代码，或代码不是 6 位',
  'the code of the workshop is missing or has not 6 characters',
);
const notOwn = fault(
  ['url'],
  '只能是本机的地址：http://127.0.0.1:端口，或本机在局域网上的地址',
  'has to be an address of this machine: http://127.0.0.1:port, or the one it has on the local network',
);
