import type { SheetLanguage } from '#publish/workbook/workbook-wording.ts';

/** Words as their keys with their parameters, so that a test needs no catalogue. */
export const plainWording: SheetLanguage = {
  language: 'zh-CN',
  t: (key, params = {}) => [key, ...Object.values(params)].join(' '),
  text: ({ zh }) => zh,
  list: parts => parts.join('、'),
  minute: isoTime => isoTime,
  report: {
    ...{ title: '示例市 2026 年度', grade: 'B', supportedGrade: 'C', headline: '等次 B' },
    ...{ reasons: ['一'], facts: [{ label: '城市', value: '示例市' }], method: ['法'] },
  },
};
