import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type Child = { line: string; stop: () => Promise<void> };

/** A script of this folder in a process of its own, with the first line that it prints. */
export async function startChild(script: string, args: string[] = []): Promise<Child> {
  const command = ['--import', 'tsx', path.join(import.meta.dirname, script), ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { line: line ?? '', stop };
}
