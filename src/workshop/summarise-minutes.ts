import type { Minutes } from './minutes.ts';
import type { MinutesSummary } from './minutes-store.ts';

export function summariseMinutes({ id, title, mode, createdAt, finishedAt, items }: Minutes): MinutesSummary {
  const recorded = items.filter(({ opinions }) => opinions.some(({ undone }) => !undone)).length;
  return { id, title, mode, createdAt, finishedAt, items: items.length, recorded };
}
