import { fileTypeFromFile } from 'file-type';
import type { EvidenceFileType } from '#assessment/evidence-file.ts';
import { extensionOf } from '#assessment/evidence-file-name.ts';
import { AppError } from '#shared/app-error.ts';
import type { Text } from '#shared/text.ts';
import { findCompoundType } from './compound-file.ts';
import { findTextFault, textFaults } from './text-file.ts';
import { zipHasEntry } from './zip-entries.ts';

/** The types that are told by their first bytes, or by what is in the package. */
const known = new Map<string, EvidenceFileType>([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]);

/** What the content is, whatever its name and its sender say. Throws AppError `faulty-input` for what is not kept as evidence. */
export async function sniffFile(
  file: string,
  { size, givenName }: { size: number; givenName: string },
): Promise<EvidenceFileType> {
  if (size === 0) throw refused({ zh: '文件是空的', en: 'the file is empty' });
  const extension = extensionOf(givenName);
  // Text has no first bytes of its own and may begin like anything, so its name has to say that it is text.
  const isCalledText = extension === 'txt' || extension === 'csv';
  const fault = isCalledText ? await findTextFault(file) : 'binary';
  if (fault === undefined) return extension === 'csv' ? 'text/csv' : 'text/plain';
  if (fault !== 'binary') throw refused(textFaults[fault]);
  const found = (await fileTypeFromFile(file))?.ext;
  if (found === undefined) throw isCalledText ? refused(textFaults.binary) : unknownKind();
  const type = known.get(found) ?? (await typeInside(file, found, givenName));
  if (type) return type;
  throw refused({
    zh: `文件内容是 ${found} 格式，不能作为附件；${accepted.zh}`,
    en: `the content of the file is ${found}, which is not accepted; ${accepted.en}`,
  });
}

const accepted = {
  zh: '可以用 PDF、OFD、PNG、JPG、Word、Excel、PPT（含 WPS）、TXT、CSV',
  en: 'accepted are PDF, OFD, PNG, JPG, Word, Excel, PowerPoint (WPS too), TXT and CSV',
};

/** Two containers that the first bytes leave open. Any other archive stays refused: what is in it cannot be seen. */
async function typeInside(file: string, found: string, givenName: string): Promise<EvidenceFileType | undefined> {
  if (found === 'cfb') return findCompoundType(file, extensionOf(givenName));
  return found === 'zip' && (await zipHasEntry(file, 'OFD.xml')) ? 'application/ofd' : undefined;
}

function unknownKind(): AppError {
  return refused({ zh: `认不出文件的格式；${accepted.zh}`, en: `the kind of file is not known; ${accepted.en}` });
}

function refused(message: Required<Text>): AppError {
  return new AppError('faulty-input', [{ path: ['file'], message }]);
}
