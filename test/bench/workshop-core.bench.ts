import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { castVote } from '#workshop/cast-vote.ts';
import { phoneSnapshots } from '#workshop/snapshot-for.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { recordingLog } from '../store/recording-log.ts';
import { voting } from '../store/workshop-changes.ts';
import { ballotFor, roomOf, seatOf, seatsWith, second } from '../workshop/build-workshop.ts';
import { milliseconds, percentile, type Row } from './row.ts';
import { dayUntilLastItem, firstItem, items, lastItem, room, seats } from './workshop-day.ts';

const phones = 200;
const rounds = 9;

/** A vote decided and folded at the end of a long day beside the first minute; two hundred stored within two seconds; their snapshots. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    return [...foldingRows(), await storingRow(folder), snapshotRow()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function foldingRows(): Row[] {
  const [fresh, full] = [firstItem(), lastItem()];
  const times = { fresh: [] as number[], full: [] as number[], copying: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.fresh.push(foldAll(fresh, 20));
    times.full.push(foldAll(full, room));
    times.copying.push(copyAll());
  }
  const [small, large, copied] = [times.fresh, times.full, times.copying].map(each => percentile(each, 0.5));
  if (small === undefined || large === undefined || copied === undefined) return [];
  return [
    {
      what: `a vote decided and folded, ${room} in the room, ${items} items × 2 rounds behind them; median of ${rounds}`,
      ...{
        measured: `${perSecond(large)} a second`,
        baseline: `${perSecond(small)} a second (20 in the room, first item)`,
      },
      ...{ ratio: (small / large).toFixed(2), target: '≥ 20,000 a second', met: large <= 1 / 20 },
    },
    {
      what: 'the same beside one record of all ballots that is copied with every vote',
      ...{ measured: `${perSecond(large)} a second`, baseline: `${perSecond(copied)} copies a second` },
      ...{ ratio: (copied / large).toFixed(2), target: '≥ 1 times', met: copied >= large },
    },
  ];
}

/** Milliseconds a vote; every voter votes twice, the second time otherwise. */
function foldAll(workshop: Workshop, voters: number): number {
  const repeats = Math.ceil(room / voters);
  const started = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    let now = workshop;
    for (let count = 0; count < 2 * voters; count += 1) {
      const decision = castVote(now, ballotFor(now, (count + (count < voters ? 0 : 1)) % 6), {
        ...{ seat: seats[count % voters] ?? seatOf(0), at: second(1) },
      });
      if ('refused' in decision) throw new Error(`a vote was refused: ${decision.refused.reason}`);
      now = applyWorkshopChange(now, decision.change);
    }
    if (Object.values(now.table.boxes).at(-1)?.size !== voters) throw new Error('a vote is missing');
  }
  return (performance.now() - started) / (2 * voters * repeats);
}

function copyAll(): number {
  const started = performance.now();
  let votes: Record<string, { value: number }> = {};
  for (let count = 0; count < 2 * room; count += 1)
    votes = { ...votes, [seats[count % room]?.participant ?? '']: { value: count % 6 } };
  if (Object.keys(votes).length !== room) throw new Error('a vote is missing');
  return (performance.now() - started) / (2 * room);
}

async function storingRow(folder: string): Promise<Row> {
  const store = await openWorkshopStore({ folder, log: recordingLog(), now: () => new Date(second(0)) });
  const [first, ...later] = dayUntilLastItem();
  if (first?.type !== 'created') throw new Error('a workshop begins with being created');
  await store.create(first);
  await Promise.all(later.map(change => store.commit('w', () => ({ change }))));
  const [stored, bare] = [[] as number[], [] as number[]];
  for (let round = 0; round < 5; round += 1) {
    bare.push(...(await appendBare(path.join(folder, 'bare'))));
    stored.push(...(await withinTwoSeconds(number => store.commit('w', voting(number, (number + round) % 6)))));
  }
  await store.close();
  const [ours, theirs] = [percentile(stored, 0.95), percentile(bare, 0.95)];
  return {
    what: `a vote stored, ${phones} of them spread over 2 s on the last of ${items} items, p95 of ${stored.length}`,
    ...{ measured: milliseconds(ours), baseline: `${milliseconds(theirs)} (bare append + fdatasync at the same pace)` },
    ...{ ratio: (ours / theirs).toFixed(2), target: '≤ 50 ms', met: ours <= 50 },
  };
}

async function withinTwoSeconds(vote: (number: number) => Promise<object>): Promise<number[]> {
  return Promise.all(
    Array.from({ length: phones }, async (_, number) => {
      await after((2_000 * number) / phones);
      const started = performance.now();
      if ('refused' in (await vote(number))) throw new Error('a vote was refused');
      return performance.now() - started;
    }),
  );
}

/** At the same pace: what the machine does beside it falls on both alike. */
async function appendBare(file: string): Promise<number[]> {
  const handle = await open(file, 'a');
  const line = Buffer.alloc(250, 'x');
  const times = await withinTwoSeconds(async () => {
    await handle.write(line);
    await handle.datasync();
    return {};
  });
  await handle.close();
  return times;
}

function snapshotRow(): Row {
  const workshop = Array.from({ length: phones }, (_, index) => index).reduce<Workshop>((now, number) => {
    const decision = voting(number, number % 6)(now);
    return 'change' in decision ? applyWorkshopChange(now, decision.change) : now;
  }, lastItem());
  const view = roomOf(workshop, { seats: seatsWith(workshop, seats.slice(0, phones)) });
  const build = () => seats.slice(0, phones).map(phoneSnapshots(view));
  const ready = build();
  const [ours, theirs] = [[] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(timeOf(() => build().map(snapshot => JSON.stringify(snapshot))));
    theirs.push(timeOf(() => ready.map(snapshot => JSON.stringify(snapshot))));
  }
  const [built, written] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
  return {
    what: `the snapshots of ${phones} phones built and written as JSON while voting is open; median of ${rounds}`,
    ...{ measured: milliseconds(built), baseline: `${milliseconds(written)} for the JSON alone` },
    ...{ ratio: (built / written).toFixed(2), target: '≤ 50 ms', met: built <= 50 },
  };
}

function timeOf(work: () => unknown[]): number {
  const started = performance.now();
  if (work().length !== phones) throw new Error('a snapshot is missing');
  return performance.now() - started;
}

const perSecond = (msEach: number) => Math.round(1_000 / msEach).toLocaleString('en');
