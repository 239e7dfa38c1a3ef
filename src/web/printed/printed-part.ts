import type { PrintedBlock } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';

/** What a part is made of. `draw`: a chart of `chart-names.ts` as a picture that stands alone. */
export type PrintedGiven = { report: Report; draw: (chart: string) => string | undefined; format: Format };

/** A part by its id; its title stands under `printed.part.<id>`. Without blocks it is left out. */
export type PartBuilder = { id: string; build: (given: PrintedGiven) => PrintedBlock[] };
