import { z } from 'zod';
import { languageSchema } from '#shared/text.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const notYet = (reason: string) => z.undefined(`${reason}; leave it empty`).optional();

/** The settings; README explains each. An empty one counts as not set. */
const settingsSchema = z.object({
  HOST: z
    .string()
    .regex(loopback, 'listening beyond this machine needs accounts, which this version does not have; use 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a number')
    .transform(Number)
    .pipe(z.int().min(0).max(65_535))
    .default(3000),
  LAN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a number')
    .transform(Number)
    .pipe(z.int().min(0).max(65_535))
    .default(3001),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: notYet('a database is not supported in this version, which keeps files'),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(url => isBareOrigin(new URL(url)), 'takes no path, query or user: the program cannot live below one')
    .transform(url => new URL(url).origin)
    .optional(),
  TRUST_PROXY: notYet('local mode takes no proxy'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEFAULT_LANGUAGE: languageSchema.default('zh-CN'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not a time zone that this machine knows, such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  UPLOADS: z.enum(['off', 'on'], 'is neither "off" nor "on"').default('off'),
  TRAIL_KEY_FILE: notYet('a key for the trail is not supported in this version'),
});

export type Config = {
  host: string;
  port: number;
  /** Suggested for the phones' entrance on the local network. */
  lanPort: number;
  dataFolder: string;
  baseUrl: string | undefined;
  logLevel: z.infer<typeof settingsSchema>['LOG_LEVEL'];
  defaultLanguage: z.infer<typeof languageSchema>;
  timeZone: string;
  /** Whether files are taken as evidence. */
  uploads: boolean;
};

export class WrongSettings extends Error {}

/** Throws WrongSettings with every wrong setting, its name and the reason. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(set);
  if (!parsed.success)
    throw new WrongSettings(
      parsed.error.issues
        .map(issue => `${issue.path.join('.')}: ${issue.message} (${environment[String(issue.path[0])]})`)
        .join('\n'),
    );
  const { HOST, PORT, LAN_PORT, DATA_DIR, BASE_URL, LOG_LEVEL, DEFAULT_LANGUAGE, TIME_ZONE, UPLOADS } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    lanPort: LAN_PORT,
    dataFolder: DATA_DIR,
    baseUrl: BASE_URL,
    logLevel: LOG_LEVEL,
    defaultLanguage: DEFAULT_LANGUAGE,
    timeZone: TIME_ZONE,
    uploads: UPLOADS === 'on',
  };
}

function isBareOrigin({ pathname, search, hash, username }: URL): boolean {
  return pathname === '/' && search === '' && hash === '' && username === '';
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
