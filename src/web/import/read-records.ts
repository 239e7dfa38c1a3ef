import { hash } from 'node:crypto';
import type { Assessment } from '#assessment/assessment.ts';
import type { KeptMilestone } from '#assessment/milestone.ts';
import { milestoneContent } from '#report/milestone-content.ts';
import { AppError } from '#shared/app-error.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { checkMinutes } from '#workshop/check-minutes.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { OpenPackage } from '../exchange-port.ts';

export type ReadMilestone = { entry: KeptMilestone; content: string };
export type ReadMinutes = { sha256: string; minutes: Minutes; content: string };

/**
 * The milestones of a package one after another, each held against the hash that the trail names; `undefined` in place of the content of
 * one that was not on the disk at the export. Throws AppError `faulty-input` with the name of the first that is another.
 */
export async function* readMilestones(
  opened: OpenPackage,
  { id, milestones = [] }: Pick<Assessment, 'id' | 'milestones'>,
): AsyncGenerator<ReadMilestone | { entry: KeptMilestone; content: undefined }> {
  refuseUnknown(opened, milestones);
  for (const entry of milestones) {
    const listed = opened.manifest.milestones.find(each => each.id === entry.id);
    if (!listed || listed.isMissing) {
      yield { entry, content: undefined };
      continue;
    }
    const bytes = await opened.milestone(entry.id);
    const content = bytes && milestoneContent(bytes, { ...entry, assessment: id });
    if (content === undefined) throw otherThanKept(entry.name, bytes);
    yield { entry, content };
  }
}

function refuseUnknown({ manifest }: OpenPackage, known: readonly KeptMilestone[]): void {
  for (const { id, name, sha256 } of manifest.milestones)
    if (!known.some(entry => entry.id === id && entry.name === name && entry.sha256 === sha256))
      throw refused(
        `包的清单里有变更记录没有登记的留存版本“${name}”`,
        `the list of the package names a milestone "${name}" that its trail does not know`,
      );
}

function otherThanKept(name: string, bytes: Buffer | undefined): AppError {
  return bytes
    ? refused(
        `留存版本“${name}”的内容与变更记录里的校验值不一致，整个包没有导入`,
        `the milestone "${name}" is not what its SHA-256 in the trail says; nothing of the package was taken`,
      )
    : refused(
        `包里缺少留存版本“${name}”的文件；包不完整，没有导入`,
        `the file of the milestone "${name}" is not in the package, which is not whole and was not taken`,
      );
}

/** All minutes of a package, each held against its hash and against what minutes may tell. Throws AppError `faulty-input` with the title. */
export async function readMinutes(opened: OpenPackage, assessmentId: string): Promise<ReadMinutes[]> {
  const read: ReadMinutes[] = [];
  for (const { sha256, title, workshop } of opened.manifest.minutes) {
    // As text, which is how it is kept: what is no UTF-8 has another hash then.
    const content = (await opened.minutes(sha256))?.toString('utf8');
    if (content === undefined || hash('sha256', content) !== sha256)
      throw refused(
        `会商纪要“${title}”不在包里，或与清单里的校验值不一致，整个包没有导入`,
        `the minutes "${title}" are not in the package, or not what its list says; nothing of the package was taken`,
      );
    const checked = checkMinutes(parse(content), assessmentId);
    if (!checked.ok) throw notMinutes(title, checked.faults[0]);
    if (checked.value.id !== workshop) throw notMinutes(title, undefined);
    read.push({ sha256, minutes: checked.value, content });
  }
  return read;
}

function notMinutes(title: string, first: Fault | undefined): AppError {
  const at = first?.path.join('.') ?? 'id';
  return refused(
    `会商纪要“${title}”不符合规则（${at}：${first?.message.zh ?? '是另一场会商'}），整个包没有导入`,
    `the minutes "${title}" break the rules (${at}: ${first?.message.en ?? 'another workshop'}); nothing of the package was taken`,
  );
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

export function refused(zh: string, en: string): AppError {
  return new AppError('faulty-input', [fault(['file'], zh, en)]);
}
