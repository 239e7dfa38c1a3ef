import path from 'node:path';
import { z } from 'zod';
import { DurableJsonFile } from './durable-json-file.ts';
import type { StoreLog } from './store-log.ts';

const choiceSchema = z.strictObject({
  workshop: z.string(),
  address: z.ipv4(),
  port: z.int().min(0).max(65_535),
  wifi: z.string().max(32).optional(),
});
type StoredLanChoice = z.infer<typeof choiceSchema>;

const fileSchema = z.strictObject({ open: choiceSchema.nullable() });

/** Which address of the local network was open, so that it can be offered again; nothing is lost with the file. */
export function openLanChoice(folder: string, log: StoreLog) {
  const file = new DurableJsonFile(path.join(folder, 'lan.json'));
  return {
    /** Undefined also for a file that is damaged: nobody opens anything because of it. */
    read: async (): Promise<StoredLanChoice | undefined> => {
      const stored = await file.read().catch(() => null);
      return fileSchema.safeParse(stored).data?.open ?? undefined;
    },
    /** A full disk does not keep phones out. */
    write: (open: StoredLanChoice | undefined): Promise<void> =>
      file.write({ open: open ?? null }).catch(error => {
        log.warn({ err: error }, 'the address on the local network could not be remembered');
      }),
  };
}
