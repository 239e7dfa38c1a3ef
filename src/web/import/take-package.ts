import type { Assessment } from '#assessment/assessment.ts';
import type { ForeignJournal } from '#assessment/assessment-store.ts';
import { changesOfCopy, checkCopy, commonChanges, restOfCopy } from '#assessment/copy-of-assessment.ts';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import type { OpenPackage } from '../exchange-port.ts';
import type { Site } from '../site.ts';
import type { CopyTicket } from './import-tickets.ts';
import { packRecords } from './incoming-records.ts';
import { refused } from './read-records.ts';
import { checkFiles, type FilesTaken, takeFiles, takeKnownFiles } from './take-files.ts';
import { type RecordsTaken, takeRecords } from './take-records.ts';

/** What became of a package: a new assessment with its history, or a diff against the one that is here. */
export type TakenPackage =
  | { kind: 'arrived'; assessmentId: string; changes: number; files: FilesTaken; records: RecordsTaken }
  | { kind: 'known'; ticket: CopyTicket };

/** Takes what stands the checks and nothing else. Throws AppError `faulty-input`, `set-aside` or `storage-failed`. */
export async function takePackage(site: Site, opened: OpenPackage, fileName: string): Promise<TakenPackage> {
  const journal = site.assessments.readJournal(opened.journal);
  if (!journal.ok) throw new AppError('faulty-input', [{ path: ['file'], message: journal.reason }]);
  const { assessment } = journal;
  checkManifest(opened, journal);
  checkChecklist(opened, assessment);
  if (site.assessments.setAside().some(({ id }) => id === assessment.id)) throw new AppError('set-aside');
  return (await site.assessments.find(assessment.id))
    ? { kind: 'known', ticket: await ticketOf(site, opened, { there: journal, fileName }) }
    : create(site, opened, journal);
}

type WholeJournal = Extract<ForeignJournal, { ok: true }>;

/** A trail that was cut at its end is whole in itself. */
function checkManifest({ manifest }: OpenPackage, { seq, head }: WholeJournal): void {
  if (manifest.seq !== seq || manifest.head !== head)
    throw refused(
      `包里的变更记录有 ${seq} 条，导出时是 ${manifest.seq} 条，或者末条不同；包不完整，没有导入`,
      `the trail of the package has ${seq} changes, at the export it had ${manifest.seq}, or its end is another; the package is not whole and was not taken`,
    );
}

function checkChecklist({ checklist }: OpenPackage, assessment: Assessment): void {
  const { id, version } = assessment.checklist;
  if (checklist.id !== id || checklist.version !== version)
    throw refused('包里的检查表不是这次评价所用的', 'the checklist of the package is not that of the assessment');
  const [first] = checkCopy(assessment, checklist);
  if (first)
    throw refused(
      `包里的评价与检查表不符（${first.path.join('.')}：${first.message.zh}）`,
      `the assessment does not fit its checklist (${first.path.join('.')}: ${first.message.en})`,
    );
}

/** What the trail refers to first: what nothing refers to yet does no harm. */
async function create(site: Site, opened: OpenPackage, { assessment, seq }: WholeJournal): Promise<TakenPackage> {
  await checkFiles(site, opened);
  const { records, kept: files } = await takeRecords(
    site,
    { opened, assessment },
    {
      keep: async () => {
        await site.checklists.keep({ pin: assessment.checklist, checklist: opened.checklist });
        return takeFiles(site, opened);
      },
      adopt: async () => {
        await site.assessments.adopt(opened.journal);
      },
    },
  );
  return { kind: 'arrived', assessmentId: assessment.id, changes: seq, files, records };
}

async function ticketOf(
  site: Site,
  opened: OpenPackage,
  { there, fileName }: { there: WholeJournal; fileName: string },
): Promise<CopyTicket> {
  const { assessment } = there;
  const here = await site.assessments.history(assessment.id);
  const common = commonChanges(here.entries, there.entries);
  if (common === 0)
    throw refused(
      '这里有一次编号相同、来历不同的评价，两者不能合在一起',
      'there is another assessment with the same id here, and the two cannot be joined',
    );
  const stored = await openAssessment(site, assessment.id);
  const records = await packRecords(site, opened, assessment);
  const { received, isOff, healed } = await takeKnownFiles(site, opened, stored.assessment);
  return {
    ...{ id: site.newId(), assessmentId: assessment.id, fileName, outcome: undefined },
    incoming: changesOfCopy(there.entries, common),
    copy: { ...restOfCopy(there.entries, common), received, isOff, healed, setup: assessment.setup },
    records,
  };
}
