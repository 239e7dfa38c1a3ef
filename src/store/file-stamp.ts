import { stat } from 'node:fs/promises';

/** Another one as soon as anybody writes to the file or puts another in its place, also where the time of change was set back. */
export async function fileStamp(file: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}
