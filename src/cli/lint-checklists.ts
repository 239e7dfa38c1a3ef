import path from 'node:path';
import { lintChecklist } from '#checklist/lint/lint-checklist.ts';
import { inLanguage, type Language } from '#shared/text.ts';
import { builtInFolders, loadChecklistFolder } from '#store/checklist-files.ts';
import { FaultyChecklists } from '#store/faulty-checklists.ts';
import { byPlace, describeFileFault } from '#store/file-fault.ts';

export type LintOptions = { builtIn: string; language: Language; print: (line: string) => void };

/** Checks the folders, or every built-in checklist when none is named. Gives the exit code: 1 when there was anything to say. */
export async function lintChecklists(folders: string[], options: LintOptions): Promise<number> {
  try {
    const named = folders.length > 0 ? folders : await builtInFolders(options.builtIn);
    const lines = (await Promise.all(named.map(folder => lintFolder(folder, options)))).flat();
    for (const line of [...lines, summary(lines.length, named.length, options.language)]) options.print(line);
    return lines.length > 0 || named.length === 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FaultyChecklists)) throw error;
    options.print(error.message);
    return 1;
  }
}

async function lintFolder(folder: string, { builtIn, language }: LintOptions): Promise<string[]> {
  const loaded = await loadChecklistFolder(folder);
  if (!loaded.ok) return loaded.faults.map(fault => describeFileFault(fault, language));
  const severity = inLanguage(isWithin(folder, builtIn) ? error : advice, language);
  return lintChecklist(loaded.checklist)
    .map(finding => ({ ...loaded.place(finding), rule: finding.rule }))
    .sort(byPlace)
    .map(finding => `${describeFileFault(finding, language)} [${severity} ${finding.rule}]`);
}

const error = { zh: '错误', en: 'error' };
const advice = { zh: '建议', en: 'advice' };

function isWithin(folder: string, root: string): boolean {
  return path.dirname(path.resolve(folder)) === path.resolve(root);
}

function summary(findings: number, checklists: number, language: Language): string {
  return inLanguage(
    { zh: `检查表 ${checklists} 个，问题 ${findings} 个`, en: `checklists: ${checklists}, findings: ${findings}` },
    language,
  );
}
