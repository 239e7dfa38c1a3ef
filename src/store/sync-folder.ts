import { open } from 'node:fs/promises';
import { systemCode } from './system-error.ts';

/** Makes the names in the folder durable, where the system has that; Windows does it by itself, some network drives not at all. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
