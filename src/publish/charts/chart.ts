import type { EChartsCoreOption } from 'echarts/core';
import type { Text } from '#shared/text.ts';
import type { KeyMark } from './key-marks.ts';

/** What a chart needs to be worded. */
export type ChartWording = {
  t: (key: string, params?: Record<string, string | number>) => string;
  text: (text: Text) => string;
  /** 71.7, or a dash. */
  score: (shown: number | null) => string;
  day: (isoDay: string) => string;
  list: (parts: string[]) => string;
};

/** A chart before it is drawn: every text in it is already worded, every colour is of the palette. */
export type Chart = {
  title: string;
  /** All its values in words, for those who do not see it. */
  description: string;
  width: number;
  height: number;
  option: EChartsCoreOption;
  key: KeyMark[];
  /** What the picture cannot show: groups without items, areas without a score. */
  remarks: string[];
};
