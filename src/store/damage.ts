import type { Text } from '#shared/text.ts';

/** Why a document is set aside; `cause` goes to the log only. */
export type Damage = { reason: Required<Text>; cause?: unknown };

export function damagedLine(line: number, what: Required<Text>, cause?: unknown): Damage {
  const reason = { zh: `日志第 ${line} 行${what.zh}`, en: `line ${line} of the journal ${what.en}` };
  return { reason, cause };
}

export const damages = {
  header: { reason: { zh: '日志首行不属于本文档', en: 'the first line of the journal is not that of this document' } },
  journalMissing: { reason: { zh: '日志文件缺失', en: 'the journal is missing' } },
  noCreation: {
    reason: { zh: '日志里没有“新建”这一条', en: 'the journal does not hold the change with which it begins' },
  },
  journalShort: {
    reason: { zh: '日志比快照所依据的短', en: 'the journal is shorter than what the snapshot was made of' },
  },
  otherEnd: { reason: { zh: '日志末尾与已保存的状态不符', en: 'the journal does not end as it was written' } },
  snapshotElsewhere: {
    reason: { zh: '快照与日志不符', en: 'the snapshot does not belong to the journal' },
  },
  snapshotDiffers: {
    reason: {
      zh: '快照的内容与日志重放的结果不同',
      en: 'the snapshot says something else than the journal it stands for',
    },
  },
} as const satisfies Record<string, Damage>;

export function damagedSnapshot(cause: unknown): Damage {
  return { reason: { zh: '快照文件已损坏', en: 'the snapshot is damaged' }, cause };
}
