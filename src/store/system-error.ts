import { StoreError } from './store-error.ts';

/** The code of an error of the operating system, such as ENOENT; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** An I/O error says nothing about what is in the file: it stops the start and is never taken for damage. */
export function unreadableFile(file: string, error: unknown): StoreError {
  const code = systemCode(error) ?? String(error);
  return new StoreError(
    'unreadable-file',
    { zh: `无法读取文件 ${file}（${code}）`, en: `the file ${file} cannot be read (${code})` },
    { cause: error },
  );
}
