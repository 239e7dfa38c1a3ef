import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type RunningServer, type Surroundings, serve } from '#src/serve.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';

const ours = path.join(import.meta.dirname, '../../checklists');

const config = {
  host: '127.0.0.1',
  port: 0,
  lanPort: 0,
  baseUrl: undefined,
  logLevel: 'error',
  defaultLanguage: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  uploads: false,
} as const;

export type TestApp = RunningServer & { url: string; token: string; dataFolder: string };

/** `dataFolder`: one that was filled before. */
type StartOptions = {
  now?: () => Date;
  log?: Logger;
  uploads?: boolean;
  timeZone?: string;
  baseUrl?: string;
  networkInterfaces?: typeof os.networkInterfaces;
  dataFolder?: string;
  documentLimits?: Surroundings['documentLimits'];
  /** Those of the program unless a test has others. */
  checklistsFolder?: string;
};

/** The real program on a free port with an empty data folder; stopped and removed after the test, or whatever `test` stands for. */
export async function startApp(
  test: { after: (end: () => Promise<void>) => void },
  {
    now = () => new Date(),
    log = pino({ level: 'silent' }),
    uploads = false,
    timeZone = config.timeZone,
    baseUrl,
    networkInterfaces = os.networkInterfaces,
    ...given
  }: StartOptions = {},
): Promise<TestApp> {
  const dataFolder = given.dataFolder ?? (await mkdtemp(path.join(os.tmpdir(), 'rencheng-test-')));
  const server = await serve({
    config: { ...config, dataFolder, uploads, timeZone, baseUrl },
    log,
    checklistsFolder: given.checklistsFolder ?? ours,
    now,
    newId: randomUUID,
    networkInterfaces,
    loadChecklists: loadOnce,
    ...(given.documentLimits ? { documentLimits: given.documentLimits } : {}),
  });
  test.after(async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });
  const { hash } = new URL(server.link);
  return {
    ...server,
    url: `http://${config.host}:${server.port}`,
    token: new URLSearchParams(hash.slice(1)).get('token') ?? '',
    dataFolder,
  };
}

let builtIn: Promise<Checklist[]> | undefined;

/** Once for all programs of a process: reading them takes longer than all else at a start, and no test changes them. */
function loadOnce(folder: string): Promise<Checklist[]> {
  if (folder !== ours) return loadBuiltInChecklists(folder);
  builtIn ??= loadBuiltInChecklists(folder);
  return builtIn;
}
