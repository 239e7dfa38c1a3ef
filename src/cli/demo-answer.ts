import type { Answer } from '#assessment/answer.ts';

/** Days are counted from the reference date: `ago: 200` is 200 days before it, a negative number after it. */
export type DemoEvidence = {
  /** Of a record that several items use. */
  id?: string;
  kind: NonNullable<Answer['evidence']>[number]['kind'];
  title: string;
  number?: string;
  ago?: number;
  validFor?: number;
  keptAt?: string;
};

/** An answer of the fictional 示例市 to one item; a later one to the same item replaces the earlier. */
export type DemoAnswer = [
  item: string,
  answer: Pick<Answer, 'answer' | 'value' | 'reason' | 'note'> & { evidence?: DemoEvidence[] },
];
