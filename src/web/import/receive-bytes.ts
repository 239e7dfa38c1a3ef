import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** Far above what a sheet of 5,000 items takes. */
const bytesAtMost = 20 * 1024 * 1024;
/** Room for the frame of the form around the file. */
const bytesAround = 64 * 1024;
const limits = { fileSize: bytesAtMost, files: 1, fields: 10, parts: 12, fieldSize: 1_000, headerPairs: 20 };

export type ReceivedBytes = { bytes: Buffer; name: string };

/** The file in the field `file` of a multipart form, in memory. Throws AppError `faulty-input` or `malformed`. */
export function receiveBytes(req: Request, res: Response): Promise<ReceivedBytes> {
  if (Number(req.headers['content-length'] ?? 0) > bytesAtMost + bytesAround) {
    // What is left of the request is not read.
    res.setHeader('Connection', 'close');
    return Promise.reject(tooLarge());
  }
  const receive = multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).single('file');
  return new Promise((resolve, reject) => {
    receive(req, res, (error: unknown) => {
      const { file } = req;
      if (error !== undefined) reject(asAppError(error));
      else if (req.is('multipart/form-data') === false) reject(new AppError('malformed'));
      else if (file) resolve({ bytes: file.buffer, name: nameOf(file.originalname) });
      else reject(new AppError('faulty-input', [fault(['file'], '请选择文件', 'choose a file')]));
    });
  });
}

/** As it is shown and remembered: without a path, and not longer than a line. */
function nameOf(given: string): string {
  const name = given.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const plain = name.replace(/[\p{C}]/gu, '').trim();
  return [...plain].slice(0, 120).join('') || 'file';
}

function asAppError(error: unknown): AppError {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return tooLarge();
  return new AppError('malformed', [], { cause: error });
}

function tooLarge(): AppError {
  return new AppError('faulty-input', [
    fault(['file'], '文件超过 20 MB，没有读取；填报表不会这么大', 'the file is over 20 MB and was not read'),
  ]);
}
