import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCode } from './system-error.ts';

/** On Windows a virus scanner or a reader may hold the target for a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
const pauses = [10, 20, 40, 80, 160, 320];

export async function renameRetrying(from: string, to: string, renameOnce = rename): Promise<void> {
  for (const milliseconds of pauses) {
    try {
      return await renameOnce(from, to);
    } catch (error) {
      if (!passing.has(systemCode(error) ?? '')) throw error;
      await pause(milliseconds);
    }
  }
  return renameOnce(from, to);
}
