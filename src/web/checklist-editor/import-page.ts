import type { PlacedFault } from '#checklist/checklist-documents.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

type ImportProblem = 'none' | 'too-large' | 'id' | 'reserved' | 'taken' | 'exists' | 'busy' | 'gone';

/** `problem`: why the file as a whole cannot be taken; `faults`: what is wrong in it; 422 without a `status`. */
export type Refused = {
  file: string;
  problem?: { name: ImportProblem; id?: string };
  faults?: PlacedFault[];
  status?: number;
};

const faultsShown = 200;

/** A checklist is brought in as a file. */
export function importPage(refused: Refused | undefined, format: Format): Page {
  const { t } = format;
  const faults = refused?.faults ?? [];
  return {
    template: 'checklist-editor/import',
    title: t('editor.import'),
    section: 'checklists',
    view: {
      refused: refused
        ? {
            heading: refused.problem
              ? t(`editor.import.${refused.problem.name}`, { id: refused.problem.id ?? '' })
              : t('editor.import.refused', { count: faults.length }),
            lines: faults.slice(0, faultsShown).map(fault => lineOf(fault, refused.file, format)),
            more: faults.length > faultsShown ? t('editor.faults.more', { count: faults.length - faultsShown }) : null,
          }
        : null,
    },
  };
}

/** `file:line:column path: what is wrong` */
function lineOf({ line, column, path, message }: PlacedFault, file: string, { text }: Format) {
  const inside = path.length > 0 ? ` ${path.join('.')}` : '';
  return { place: `${file}:${line}:${column}${inside}`, text: text(message) };
}
