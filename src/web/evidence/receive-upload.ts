import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { type EvidenceFile, fileLimits } from '#assessment/evidence-file.ts';
import type { EvidenceFileStore } from '#assessment/evidence-file-store.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** Room for the frame of the form around the file. */
const bytesAround = 64 * 1024;
/** So much of a request that is over the limit is read and thrown away, so that a browser gets to see the answer; then the line is cut. */
const bytesToDrain = 256 * 1024 * 1024;
const limits = { fileSize: fileLimits.bytes, files: 1, fields: 10, parts: 12, fieldSize: 1_000, headerPairs: 20 };

/**
 * The file in the field `file` of a multipart form, kept. What is over the limit is refused as soon as that is known.
 * Throws AppError `file-too-large`, `faulty-input`, `malformed` or `storage-failed`.
 */
export function receiveUpload(files: EvidenceFileStore, req: Request, res: Response): Promise<EvidenceFile> {
  const atMost = fileLimits.bytes + bytesAround;
  const declared = Number(req.headers['content-length'] ?? 0);
  if (declared > bytesToDrain) res.setHeader('Connection', 'close');
  if (declared > atMost) return Promise.reject(new AppError('file-too-large'));
  return new Promise((resolve, reject) => {
    const storage = storageOf(files);
    // multer reads a request to its end before it says what is wrong with it.
    watchLength(req, atMost, () => reject(new AppError('file-too-large')));
    endWithLine(req);
    multer({ storage, limits, defParamCharset: 'utf8' }).single('file')(req, res, (error: unknown) => {
      if (error !== undefined) reject(asAppError(error, storage.failure()));
      else if (req.is('multipart/form-data') === false) reject(new AppError('malformed'));
      else resolveKept(storage.kept(), resolve, reject);
    });
  });
}

type UploadStorage = StorageEngine & { kept: () => EvidenceFile | undefined; failure: () => unknown };

/** Hands what multer reads to the store of files. */
function storageOf(files: EvidenceFileStore): UploadStorage {
  let kept: EvidenceFile | undefined;
  let failure: unknown;
  return {
    _handleFile: (_req, file, done) => {
      // Past its limit the stream would stay open until the request ends, and what was received of it on the disk.
      file.stream.once('limit', () => file.stream.destroy(new AppError('file-too-large')));
      files.receive(file.stream, file.originalname).then(
        received => {
          kept = received;
          done(null, { size: received.size });
        },
        error => {
          failure = error;
          done(error);
        },
      );
    },
    // A file that nothing refers to is swept.
    _removeFile: (_req, _file, done) => done(null),
    kept: () => kept,
    failure: () => failure,
  };
}

function watchLength(req: Request, atMost: number, onExceeded: () => void): void {
  let length = 0;
  req.on('data', (chunk: Uint8Array) => {
    length += chunk.length;
    if (length > atMost) onExceeded();
    if (length > bytesToDrain) req.destroy();
  });
}

/** A request that has been answered already is not told when its line is cut. */
function endWithLine(req: Request): void {
  const { socket } = req;
  const end = () => req.destroy();
  socket.once('close', end);
  req.once('close', () => socket.off('close', end));
}

function resolveKept(
  kept: EvidenceFile | undefined,
  resolve: (file: EvidenceFile) => void,
  reject: (error: AppError) => void,
): void {
  if (kept) resolve(kept);
  else reject(new AppError('faulty-input', [fault(['file'], '请选择文件', 'choose a file')]));
}

/** What the store says goes before what multer makes of it; the rest is a form that cannot be read. */
function asAppError(error: unknown, failure: unknown): unknown {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return new AppError('file-too-large');
  return failure ?? new AppError('malformed', [], { cause: error });
}
