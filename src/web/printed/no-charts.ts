import type { PageCharts } from '../report/report-charts.ts';

/** For presenters of the page whose drawings a printed part makes itself. */
export const noCharts: PageCharts = { draw: () => null, files: () => null };
