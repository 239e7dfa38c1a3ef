import type { Assessment } from '#assessment/assessment.ts';
import type { Incoming } from '#assessment/incoming.ts';
import type { KnownIn } from './known-words.ts';
import { readRawWorkbook } from './raw-workbook.ts';
import { readAnswersCsv } from './read-csv.ts';
import { readPack } from './read-pack.ts';
import { refusedFile } from './refused-file.ts';

/** Answers out of an uploaded file, told by its content whatever its name is. Throws AppError `faulty-input` with the reason. */
export async function readAnswersFile(bytes: Buffer, assessment: Assessment, known: KnownIn): Promise<Incoming> {
  if (bytes.length === 0) throw refusedFile('文件是空的', 'the file is empty');
  if (startsWith(bytes, [0x50, 0x4b])) return readPack(await readRawWorkbook(bytes), assessment, known);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw refusedFile(
      '这是旧格式（xls、et）或加了密码的文件；请另存为不加密码的 xlsx 再上传',
      'this file is in an old format (xls, et) or has a password; save it as xlsx without one',
    );
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw refusedFile('这是 PDF；请上传 xlsx 或 CSV', 'this is a PDF; upload xlsx or CSV');
  return readAnswersCsv(bytes, known);
}

function startsWith(bytes: Buffer, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
