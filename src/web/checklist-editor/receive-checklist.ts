import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { AppError } from '#shared/app-error.ts';

/** As large as a file of a checklist may be: 1,200 items of the length of our own. */
export const checklistBytes = 8 * 1024 * 1024;
const limits = { fileSize: checklistBytes, files: 1, fields: 5, parts: 6, fieldSize: 1_000, headerPairs: 20 };
const receive = multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).single('file');

export type ReceivedFile = { name: string; bytes: Buffer };

/** The file in the field `file`; undefined where none was chosen. Throws AppError `too-large` or `malformed`. */
export function receiveChecklist(req: Request, res: Response): Promise<ReceivedFile | undefined> {
  return new Promise((resolve, reject) => {
    receive(req, res, (error: unknown) => {
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') reject(new AppError('too-large'));
      else if (error !== undefined) reject(new AppError('malformed', [], { cause: error }));
      else resolve(req.file && { name: lastName(req.file.originalname), bytes: req.file.buffer });
    });
  });
}

/** Browsers send names, programs may send paths; what cannot be read as a name is shown as one that can. */
function lastName(given: string): string {
  const name = given.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 80) || 'checklist';
}
