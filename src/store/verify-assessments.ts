import path from 'node:path';
import { assessmentKind } from './assessment-store.ts';
import { documentFiles, listDocumentIds } from './document-files.ts';
import { StoreError } from './store-error.ts';
import { systemCode, unreadableFile } from './system-error.ts';
import { type VerifiedDocument, verifyDocument } from './verify-document.ts';

/** `unknown`: ids asked for that have no file. */
export type VerifiedAssessments = { verified: VerifiedDocument[]; unknown: string[] };

/** The assessments of a data folder, or those named, one after another: a history can be long. Throws StoreError where there is no such folder or a file cannot be read. */
export async function verifyAssessments(dataFolder: string, wanted: readonly string[]): Promise<VerifiedAssessments> {
  const folder = path.join(dataFolder, 'assessments');
  const known = await idsIn(folder, dataFolder);
  const chosen = wanted.length === 0 ? known : [...new Set(wanted)];
  const verified: VerifiedDocument[] = [];
  for (const id of chosen.filter(one => known.includes(one))) verified.push(await verifyOne(folder, id));
  return { verified, unknown: chosen.filter(id => !known.includes(id)) };
}

async function idsIn(folder: string, dataFolder: string): Promise<string[]> {
  try {
    return (await listDocumentIds(folder)).sort();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new StoreError('no-data-folder', {
        zh: `${dataFolder} 不是数据文件夹：里面没有 assessments 文件夹`,
        en: `${dataFolder} is no data folder: there is no folder "assessments" in it`,
      });
    throw code === undefined ? error : unreadableFile(folder, error);
  }
}

async function verifyOne(folder: string, id: string): Promise<VerifiedDocument> {
  const files = documentFiles(folder, assessmentKind, id);
  try {
    return await verifyDocument(files);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return { id, seq: 0, head: '', torn: 0, clockBack: [], problem: unreadableFile(files.source.file, error).text };
  }
}
