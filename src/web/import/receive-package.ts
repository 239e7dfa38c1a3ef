import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { fileLimits } from '#assessment/evidence-file.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** All files that an assessment may have, and its trail. */
const bytesAtMost = fileLimits.bytesOfAssessment + 256 * 1024 * 1024;
const limits = { fileSize: bytesAtMost, files: 1, fields: 10, parts: 12, fieldSize: 1_000, headerPairs: 20 };

export type ReceivedPackage = { path: string; name: string };

/** The file in the field `file`, in a folder that nobody else may look into and that is gone when `use` is through. */
export async function withReceivedPackage<T>(
  req: Request,
  res: Response,
  use: (received: ReceivedPackage) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-package-'));
  try {
    return await use(await receive(req, res, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function receive(req: Request, res: Response, folder: string): Promise<ReceivedPackage> {
  const storage = multer.diskStorage({ destination: folder, filename: (_req, _file, done) => done(null, 'package') });
  return new Promise((resolve, reject) => {
    multer({ storage, limits, defParamCharset: 'utf8' }).single('file')(req, res, (error: unknown) => {
      const { file } = req;
      if (error !== undefined) reject(asAppError(error));
      else if (req.is('multipart/form-data') === false) reject(new AppError('malformed'));
      else if (file) resolve({ path: file.path, name: [...file.originalname.toWellFormed()].slice(0, 120).join('') });
      else reject(new AppError('faulty-input', [fault(['file'], '请选择文件', 'choose a file')]));
    });
  });
}

function asAppError(error: unknown): AppError {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new AppError('faulty-input', [
      fault(['file'], '文件太大，没有读取', 'the file is too large and was not read'),
    ]);
  return new AppError('malformed', [], { cause: error });
}
