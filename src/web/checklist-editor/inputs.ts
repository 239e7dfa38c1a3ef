import type { Format } from '../format.ts';
import type { Input } from './part-sections.ts';

/** Its label stands under `editor.field.` and the last step of its name. */
export function field(name: string, kind: Input['kind'], { t }: Format): Input {
  return { name, kind, label: t(`editor.field.${name}`) };
}

export function hinted(name: string, kind: Input['kind'], format: Format): Input {
  return { ...field(name, kind, format), hint: format.t(`editor.field.${name}.hint`) };
}

/** A text in Chinese and, if somebody writes it, in English. Without a name the text is the row itself. */
export function bilingual(name: string, kind: 'line' | 'lines', { t }: Format): Input[] {
  const start = name === '' ? '' : `${name}.`;
  const label = t(`editor.field.${name || 'text'}`);
  return [
    { name: `${start}zh`, kind, label: t('editor.in-chinese', { label }), lang: 'zh-CN' },
    { name: `${start}en`, kind, label: t('editor.in-english', { label }), lang: 'en' },
  ];
}

/** `word` says each value; `empty`: nothing may be chosen. */
type Choice = { word: (value: string) => string; format: Format; empty?: boolean };

export function choice(name: string, values: readonly string[], { word, format, empty = false }: Choice): Input {
  const options = values.map(value => ({ value, label: word(value) }));
  const none = empty ? [{ value: '', label: format.t('editor.choose') }] : [];
  return { ...field(name, 'choice', format), options: [...none, ...options] };
}
