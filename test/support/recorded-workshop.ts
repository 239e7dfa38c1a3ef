import { api } from './api-client.ts';
import type { TestApp } from './start-app.ts';
import { command, join, type TestPhone, type TestWorkshop, vote } from './workshop-client.ts';

/** A clock that is moved by hand. */
export function movedClock(at = '2026-11-24T06:00:00.000Z') {
  let now = Date.parse(at);
  return {
    now: () => new Date(now),
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}

/** So many people with a seat in a workshop that was started; `departments` by place. */
export async function seated(
  app: TestApp,
  workshop: TestWorkshop,
  count: number,
  departments: string[] = [],
): Promise<TestPhone[]> {
  await command(app, workshop, 'start');
  const phones: TestPhone[] = [];
  for (let number = 0; number < count; number += 1) {
    const department = departments[number];
    phones.push(await join(app, workshop, department === undefined ? {} : { department }));
  }
  return phones;
}

/** One revealed round on the item, one vote a phone in order; the item is briefed first where it is not on the table. */
export async function voteRound(
  app: TestApp,
  workshop: TestWorkshop,
  { item, round, values, phones }: { item: string; round: number; values: unknown[]; phones: TestPhone[] },
): Promise<void> {
  await command(app, workshop, ...(round === 1 ? [{ command: 'brief', item }] : ['discuss']), 'open');
  for (const [index, value] of values.entries()) {
    const phone = phones[index];
    if (!phone) throw new Error('there are more votes than phones');
    await vote(app, workshop, phone, { item, round, value }).expect(200);
  }
  await command(app, workshop, 'close', 'reveal');
}

export async function storedRecord(app: TestApp, assessment: string, item: string) {
  const { body } = await api(app).get(`/api/v1/assessments/${assessment}`).expect(200);
  return body.answers[item];
}
