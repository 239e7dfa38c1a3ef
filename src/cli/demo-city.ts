import type { DemoAnswer } from './demo-answer.ts';
import { demoBuildings } from './demo-buildings.ts';
import { demoCim } from './demo-cim.ts';
import { demoCyber } from './demo-cyber.ts';
import { demoDisasters } from './demo-disasters.ts';
import { demoGovernance } from './demo-governance.ts';
import { demoLifeline } from './demo-lifeline.ts';
import { demoLoop } from './demo-loop.ts';
import { demoOnenet } from './demo-onenet.ts';
import { demoParticipation } from './demo-participation.ts';
import { demoPublicHealth } from './demo-public-health.ts';
import { demoPublicOrder } from './demo-public-order.ts';
import { demoRevised } from './demo-revised.ts';
import { demoWorkSafety } from './demo-work-safety.ts';

/** What else is known of the city; each fact takes the items that depend on it in or out. */
export const demoProfile = {
  smartRoads: false,
  floodRegulation: true,
  geohazardSpots: false,
  majorHazards: true,
  smartEstates: true,
  algorithmsInUse: true,
};

/** The first draft of the fictional 示例市, of mixed quality on purpose: the papers are better than the drills. */
export const demoDraft: DemoAnswer[] = [
  ...[...demoLifeline, ...demoBuildings, ...demoCim, ...demoOnenet, ...demoLoop, ...demoDisasters],
  ...[...demoPublicHealth, ...demoPublicOrder, ...demoWorkSafety, ...demoGovernance],
  ...[...demoParticipation, ...demoCyber],
];

/** As they stand now. */
export const demoAnswers: DemoAnswer[] = [...demoDraft, ...demoRevised];
