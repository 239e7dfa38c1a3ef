import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { PhoneLine } from '#src/cli/rehearse/phone-line.ts';
import { openPhones, type Phones, type Room } from './bench-room.ts';
import { makeRoom } from './our-room.ts';
import { milliseconds, percentile, type Row } from './row.ts';
import { startChild } from './start-child.ts';

type Size = { people: number; rounds: number; voteMs: number | undefined; changeMs: number; share: number };

/** From `design/workshop.md`. `share` of the phones have seen a change by `changeMs`. */
const sizes: Size[] = [
  { people: 200, rounds: 5, voteMs: 50, changeMs: 150, share: 0.95 },
  { people: 500, rounds: 4, voteMs: 200, changeMs: 300, share: 0.95 },
  { people: 1_000, rounds: 3, voteMs: undefined, changeMs: 1_000, share: 0.99 },
];

const withinMs = 2_000;

type Measured = { votes: number[]; seen: number[]; last: number[] };

/** A room of phones over HTTP beside a bare server of streams and appends; both in processes of their own, taken in turns. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  const ours = await startChild('serve-folder.ts', [path.join(folder, 'ours')]);
  const bare = await startChild('serve-bare-live.ts', [path.join(folder, 'bare')]);
  try {
    const rows: Row[] = [];
    for (const size of sizes) rows.push(...(await rowsOf(size, JSON.parse(ours.line).link, bare.line)));
    return rows;
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsOf(size: Size, link: string, bareOrigin: string): Promise<Row[]> {
  const room = await makeRoom(link, size.people);
  const ours = await openPhones(room);
  const bare = await openPhones(bareRoom(bareOrigin, size.people));
  const measured = { ours: nothing(), bare: nothing() };
  let lost = 0;
  await ours.change('open');
  for (let round = 1; round <= size.rounds; round += 1) {
    await measure(bare, round, ['close', 'reveal', 'discuss', 'open'], measured.bare);
    await measure(ours, round, ['close'], measured.ours);
    lost += size.people - (await room.counted()).reduce((sum, count) => sum + count, 0);
    await change(ours, ['reveal', 'discuss', 'open'], measured.ours);
  }
  ours.close();
  bare.close();
  return [voteRow(size, measured, lost), changeRow(size, measured), lastRow(size, measured)];
}

function bareRoom(origin: string, people: number): Room {
  const line = new PhoneLine(origin);
  return {
    ...{ origin, eventsPath: '/events', headers: Array.from({ length: people }, () => ({})) },
    vote: () => ({ method: 'POST', path: '/vote', body: '{}' }),
    change: async () => {
      const sentAt = performance.now();
      const { text } = await line.send({ method: 'POST', path: '/change' });
      return { sentAt, rev: JSON.parse(text).rev };
    },
  };
}

function nothing(): Measured {
  return { votes: [], seen: [], last: [] };
}

async function measure(phones: Phones, round: number, changes: string[], into: Measured): Promise<void> {
  into.votes.push(...(await phones.voteAll(round, withinMs)));
  await change(phones, changes, into);
}

async function change(phones: Phones, names: string[], into: Measured): Promise<void> {
  for (const name of names) {
    const { seen } = await phones.change(name);
    into.seen.push(...seen);
    into.last.push(Math.max(...seen));
    // A facilitator does not press twice within a blink.
    await after(100);
  }
}

type Both = Record<'ours' | 'bare', Measured>;

function voteRow({ people, voteMs }: Size, { ours, bare }: Both, lost: number): Row {
  const [p95, base] = [percentile(ours.votes, 0.95), percentile(bare.votes, 0.95)];
  return {
    what: `${people} phones vote within 2 s, durable and acknowledged, p95 of ${ours.votes.length}`,
    ...{ measured: `${milliseconds(p95)}, ${lost} lost`, baseline: `${milliseconds(base)} (append + fdatasync each)` },
    ...{ ratio: (p95 / base).toFixed(2), target: `${voteMs ? `≤ ${voteMs} ms, ` : ''}none lost` },
    met: lost === 0 && (voteMs === undefined || p95 <= voteMs),
  };
}

function changeRow({ people, changeMs, share }: Size, { ours, bare }: Both): Row {
  const [seen, base] = [percentile(ours.seen, share), percentile(bare.seen, share)];
  return {
    what: `a change seen on ${people} phones, p${100 * share} of ${ours.seen.length}`,
    ...{ measured: milliseconds(seen), baseline: `${milliseconds(base)} (the same kilobyte to all)` },
    ...{ ratio: (seen / base).toFixed(2), target: `≤ ${changeMs} ms`, met: seen <= changeMs },
  };
}

function lastRow({ people, changeMs }: Size, { ours, bare }: Both): Row {
  const [last, base] = [percentile(ours.last, 0.95), percentile(bare.last, 0.95)];
  return {
    what: `until the last of ${people} phones has seen it, p95 of ${ours.last.length} changes`,
    ...{ measured: milliseconds(last), baseline: `${milliseconds(base)} (the same kilobyte to all)` },
    ...{ ratio: (last / base).toFixed(2), target: `≤ ${changeMs} ms`, met: last <= changeMs },
  };
}
