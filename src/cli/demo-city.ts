import type { DemoAnswer } from './demo-answer.ts';
import { demoCim } from './demo-cim.ts';
import { demoLifeline } from './demo-lifeline.ts';
import { demoLoop } from './demo-loop.ts';
import { demoOnenet } from './demo-onenet.ts';

/** The answers of the fictional 示例市, of mixed quality on purpose: the platform is good, the papers are better than the drills. */
export const demoAnswers: DemoAnswer[] = [...demoLifeline, ...demoCim, ...demoOnenet, ...demoLoop];
