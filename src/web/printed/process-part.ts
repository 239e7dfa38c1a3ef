import { departmentTable, workshopTable } from './group-annex.ts';
import { heading, list, note } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';
import { processLines } from './scope-part.ts';

/** 评价过程 on the page: how the answers came about, and by whom, in one place. */
export const processBuilder: PartBuilder = {
  id: 'process',
  build: given => {
    const { report, format } = given;
    const { t } = format;
    return [
      heading(t('printed.scope.process')),
      ...list(processLines(report, format)),
      heading(t('printed.group.departments')),
      ...departmentTable(given),
      heading(t('printed.group.workshops')),
      ...workshopTable(given),
      note(t('printed.process.local')),
    ];
  },
};
