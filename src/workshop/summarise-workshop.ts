import { standingOpinion } from './progress.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopSummary } from './workshop-store.ts';

export function summariseWorkshop(workshop: Workshop): WorkshopSummary {
  const { id, assessment, title, code, mode, state, createdAt, changedAt, agenda, items } = workshop;
  const recorded = Object.values(items).filter(progress => standingOpinion(progress)).length;
  return { id, assessment, title, code, mode, state, createdAt, changedAt, items: agenda.length, recorded };
}
