import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';

export type Program = {
  child: ChildProcessByStdio<Writable, Readable, null>;
  lines: Interface;
  /** The next line that it prints; undefined when it ended. */
  nextLine: () => Promise<string | undefined>;
  /** Settles when it is gone. */
  ended: Promise<unknown>;
};

type Options = { uid?: number; gid?: number; fileSizeLimit?: number };

/** A program of `programs/` in a process of its own, gone after the test. `fileSizeLimit`, in KiB, acts as a full disk. */
export function startProgram(test: TestContext, args: [name: string, ...string[]], options: Options = {}): Program {
  const { fileSizeLimit, ...ids } = options;
  const [name, ...programArgs] = args;
  const command = [
    process.execPath,
    '--import',
    'tsx',
    path.join(import.meta.dirname, 'programs', name),
    ...programArgs,
  ];
  const [file = '', ...rest] =
    fileSizeLimit === undefined
      ? command
      : ['sh', '-c', `ulimit -S -f ${fileSizeLimit * 2}; exec "$@"`, 'sh', ...command];
  const child = spawn(file, rest, { stdio: ['pipe', 'pipe', 'inherit'], ...ids });
  test.after(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  const iterator = lines[Symbol.asyncIterator]();
  return {
    child,
    lines,
    nextLine: async () => (await iterator.next()).value,
    ended: once(child, 'close'),
  };
}
