import { isUtf8 } from 'node:buffer';
import express from 'express';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** JSON is UTF-8 (RFC 8259): a parser that reads other bytes would store question marks for a name. `limit` as Express writes it. */
export function jsonBody(limit: string): ReturnType<typeof express.json> {
  return express.json({
    limit,
    verify: (_req, _res, bytes) => {
      if (!isUtf8(bytes))
        throw new AppError('malformed', [fault([], '内容不是 UTF-8 编码', 'the body is not encoded as UTF-8')]);
    },
  });
}
