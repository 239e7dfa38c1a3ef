import type { PrintedBlock, PrintedCell } from '#report/printed-report.ts';

type Mark = NonNullable<PrintedCell['mark']> | Extract<PrintedBlock, { kind: 'note' }>['tone'];

/** A sign and its colour beside the words, never instead of them. */
export const docxMarks = {
  stop: { sign: '●', color: 'A5271A' },
  warn: { sign: '▲', color: '765000' },
  ok: { sign: '◎', color: '1C6846' },
  open: { sign: '○', color: '5A6867' },
  plain: { sign: '■', color: '0B5C68' },
} satisfies Record<Mark, { sign: string; color: string }>;
