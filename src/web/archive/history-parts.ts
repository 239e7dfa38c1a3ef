import { historyEntries } from '#assessment/history.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import { historyTable } from '../history/history-table.ts';
import { type ArchiveContext, formatsOf, pathIn } from './archive-context.ts';

const lineBreak = 0x0a;

/**
 * The history to be read, and the lines that it consists of. The latter and the checklist stand where the data folder has them,
 * so that `verify-trail --data-dir` works on an archive that was unpacked.
 */
export function historyParts(context: ArchiveContext): ArchivePart[] {
  const { site, opened } = context;
  const { assessment, seq } = opened.open;
  const { id, version, sha256 } = assessment.checklist;
  return [
    ...formatsOf(context).map(format => ({
      ...{ path: pathIn(format.language, 'history.csv', context), kind: 'history' },
      content: async () => {
        const { entries } = await site.assessments.history(assessment.id);
        const told = entries.filter(entry => entry.seq <= seq);
        return site.exports.tableCsv(await historyTable(historyEntries(told, told), opened.open, format));
      },
    })),
    {
      ...{ path: `assessments/${assessment.id}.jsonl`, kind: 'trail' },
      // One line before the first change names the document.
      content: async () => firstLines(await site.assessments.journal(assessment.id), seq + 1),
    },
    {
      ...{ path: `checklists/${id}/${version}-${sha256.slice(0, 12)}.json`, kind: 'checklist' },
      content: async () => site.checklists.getPinnedText(assessment.checklist),
    },
  ];
}

/** What was added since the report was made is left out. */
function firstLines(bytes: Uint8Array, count: number): Uint8Array {
  let end = 0;
  for (let line = 0; line < count; line++) {
    const next = bytes.indexOf(lineBreak, end);
    if (next < 0) throw new Error('the journal is shorter than the report says');
    end = next + 1;
  }
  return bytes.subarray(0, end);
}
