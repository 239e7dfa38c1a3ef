import { z } from 'zod';
import { languageSchema, type Text } from '#shared/text.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(65_535));
/** What this version does not have. */
const leftEmpty = z.undefined().optional();

/** The settings; README explains each. An empty one counts as not set. */
const settingsSchema = z.object({
  HOST: z.string().regex(loopback).default('127.0.0.1'),
  PORT: portSchema.default(3000),
  LAN_PORT: portSchema.default(3001),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: leftEmpty,
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(url => isBareOrigin(new URL(url)))
    .transform(url => new URL(url).origin)
    .optional(),
  TRUST_PROXY: leftEmpty,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEFAULT_LANGUAGE: languageSchema.default('zh-CN'),
  TIME_ZONE: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  UPLOADS: z.enum(['off', 'on']).default('off'),
  TRAIL_KEY_FILE: leftEmpty,
});

const port = { zh: '须是 0 到 65535 的整数', en: 'must be a whole number from 0 to 65535' };
const logLevels = settingsSchema.shape.LOG_LEVEL.unwrap().options.join(', ');
const languages = settingsSchema.shape.DEFAULT_LANGUAGE.unwrap().options.join(', ');

/** What each takes. */
const takes: Record<keyof typeof settingsSchema.shape, Required<Text>> = {
  HOST: {
    zh: '对本机以外监听需要用户账号，本版本没有；请用 127.0.0.1',
    en: 'listening beyond this machine needs accounts, which this version does not have; use 127.0.0.1',
  },
  PORT: port,
  LAN_PORT: port,
  DATA_DIR: { zh: '须是文件夹的路径', en: 'must be the path of a folder' },
  DATABASE_URL: {
    zh: '本版本只用文件存储，不支持数据库；请留空',
    en: 'a database is not supported in this version, which keeps files; leave it empty',
  },
  BASE_URL: {
    zh: '须是 http:// 或 https:// 开头的网址，不带路径、参数和用户名：程序不能放在某个路径之下',
    en: 'must be an address that begins with http:// or https://, without path, query or user: the program cannot live below one',
  },
  TRUST_PROXY: { zh: '本机方式不经过代理；请留空', en: 'local mode takes no proxy; leave it empty' },
  LOG_LEVEL: { zh: `须是其中之一：${logLevels}`, en: `must be one of ${logLevels}` },
  DEFAULT_LANGUAGE: { zh: `须是其中之一：${languages}`, en: `must be one of ${languages}` },
  TIME_ZONE: {
    zh: '本机没有这个时区；须写成 Asia/Shanghai 这样',
    en: 'is not a time zone that this machine knows, such as Asia/Shanghai',
  },
  UPLOADS: { zh: '须是 off 或 on', en: 'is neither "off" nor "on"' },
  TRAIL_KEY_FILE: {
    zh: '本版本不支持给留痕加密钥；请留空',
    en: 'a key for the trail is not supported in this version; leave it empty',
  },
};

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

/** Throws WrongSettings with every wrong setting, its name and the reason, in both languages. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(set);
  if (!parsed.success) throw new WrongSettings(reasonsFor(parsed.error, environment).join('\n'));
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

function reasonsFor({ issues }: z.ZodError, environment: NodeJS.ProcessEnv): string[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const reasons = Object.entries(takes).filter(([name]) => wrong.has(name));
  return [
    ...reasons.map(([name, { zh }]) => `${name}: ${zh}（${environment[name]}）`),
    ...reasons.map(([name, { en }]) => `${name}: ${en} (${environment[name]})`),
  ];
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
