import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { replaceDurably } from './durable-file.ts';
import { systemCode } from './system-error.ts';

/** A lowdb adapter that has reached the disk when `write` settles; lowdb's own never calls fsync. */
export class DurableJsonFile implements Adapter<unknown> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Null only where there is no file; throws SyntaxError for what is not a JSON object. */
  async read(): Promise<unknown> {
    const text = await readFile(this.#file, 'utf8').catch(nullIfMissing);
    if (text === null) return null;
    const parsed: unknown = JSON.parse(text);
    // lowdb would take null, false, 0 and "" for "no file yet".
    if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('not a JSON object');
    return parsed;
  }

  write(document: unknown): Promise<void> {
    return replaceDurably(this.#file, JSON.stringify(document));
  }
}

function nullIfMissing(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
