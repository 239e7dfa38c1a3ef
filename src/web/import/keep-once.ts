import type { MilestoneAddress } from '#report/milestone-store.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import type { Site } from '../site.ts';

type Named = MilestoneAddress & { name: string };

/**
 * Whether it was stored now: the same file twice is one, as after an import that was interrupted. One that is there and says something
 * else is never written over: throws AppError `faulty-input`.
 */
export async function keepOnce({ milestones }: Site, { name, ...address }: Named, content: string): Promise<boolean> {
  const there = await milestones.read(address);
  if (!there) {
    await milestones.keep(address, content);
    return true;
  }
  if (Buffer.from(content).equals(there)) return false;
  throw new AppError('faulty-input', [
    fault(
      ['file'],
      `数据文件夹里已有编号相同、内容不同的留存版本“${name}”，没有覆盖，也没有导入`,
      `the data folder has a milestone "${name}" with the same id and other content; it was not written over, and nothing was taken`,
    ),
  ]);
}
