import { palette } from './palette.ts';

/** Marks at their own places in the drawing, as one series: one a cell or a row would cost ECharts a model each. */
export function freeMarks(children: object[], z: number) {
  const renderItem = () => ({ type: 'group', children });
  return { type: 'custom', data: [[0, 0]], renderItem, silent: true, clip: false, z };
}

export type Place = { x: number; y: number; align: 'left' | 'center' | 'right' };

export function textMark(text: string, place: Place, style: { fill?: string; font?: string } = {}) {
  const usual = { verticalAlign: 'middle', fill: palette['ink-2'], font: '12px x' };
  return { type: 'text', style: { ...usual, ...style, ...place, text } };
}

export function rectMark(shape: { x: number; y: number; width: number; height: number; r?: number }, style: object) {
  return { type: 'rect', shape, style };
}
