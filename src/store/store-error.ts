import type { Text } from '#shared/text.ts';

export type StoreErrorCode =
  | 'no-data-folder'
  | 'folder-not-writable'
  | 'already-running'
  | 'lock-unreadable'
  | 'newer-format'
  | 'unreadable-file'
  | 'token-unusable'
  | 'checklist-copy-unusable';

/** Something about the data folder that a person has to put right; it stops the start. The message is in both languages. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly text: Required<Text>;

  constructor(code: StoreErrorCode, text: Required<Text>, options?: ErrorOptions) {
    super(`${text.zh}\n${text.en}`, options);
    this.name = 'StoreError';
    this.code = code;
    this.text = text;
  }
}
