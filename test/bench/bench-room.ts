import { setTimeout as after } from 'node:timers/promises';
import { PhoneLine, type Sent } from '#src/cli/rehearse/phone-line.ts';
import { readEvents } from '#src/cli/rehearse/read-events.ts';

/** What the phones of a bench do to a server, ours or the bare one. */
export type Room = {
  origin: string;
  eventsPath: string;
  /** By phone. */
  headers: Record<string, string>[];
  vote: (phone: number, round: number) => Sent;
  /** Whatever changes what everybody sees. */
  change: (name: string) => Promise<{ sentAt: number; rev: number }>;
};

/** `seen` is when each phone saw it after it was sent, in milliseconds. */
type Change = { seen: number[] };

export type Phones = {
  /** Everybody votes, spread over `withinMs`; how long each waited until it was acknowledged. */
  voteAll: (round: number, withinMs: number) => Promise<number[]>;
  change: (name: string) => Promise<Change>;
  close: () => void;
};

const patienceMs = 20_000;

/** As many phones as there are headers, each with its stream open. */
export async function openPhones(room: Room): Promise<Phones> {
  const lines = room.headers.map(() => new PhoneLine(room.origin));
  const seenAt = new Map<number, number[]>();
  for (const [phone, line] of lines.entries()) {
    const stream = await line.stream(room.eventsPath, room.headers[phone] ?? {});
    readEvents(stream, ({ event, id }) => {
      if (event === 'state') seenAt.set(Number(id), [...(seenAt.get(Number(id)) ?? []), performance.now()]);
    });
  }

  async function vote(phone: number, round: number): Promise<number> {
    const started = performance.now();
    const answer = await lines[phone]?.send(room.vote(phone, round));
    if (answer?.status !== 200) throw new Error(`a vote was answered with ${answer?.status}: ${answer?.text}`);
    return performance.now() - started;
  }

  async function seenBy(rev: number): Promise<number[]> {
    const deadline = performance.now() + patienceMs;
    while ((seenAt.get(rev)?.length ?? 0) < lines.length) {
      if (performance.now() > deadline) throw new Error(`only ${seenAt.get(rev)?.length} phones saw revision ${rev}`);
      await after(5);
    }
    return seenAt.get(rev) ?? [];
  }

  return {
    voteAll: (round, withinMs) =>
      Promise.all(
        lines.map(async (_line, phone) => {
          await after((withinMs * phone) / lines.length);
          return vote(phone, round);
        }),
      ),
    change: async name => {
      const { sentAt, rev } = await room.change(name);
      return { seen: (await seenBy(rev)).map(at => at - sentAt) };
    },
    close: () => {
      for (const line of lines) line.cut();
    },
  };
}
