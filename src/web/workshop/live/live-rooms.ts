import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Room } from '#workshop/room.ts';
import type { Viewer } from '#workshop/snapshot-for.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import { LiveRoom } from './live-room.ts';
import { LiveStream } from './live-stream.ts';
import type { Present } from './presence.ts';

const heartbeatMs = 15_000;

const nobody: Present = { connections: { participants: 0, projectors: 0, cockpits: 0, scribes: 0 }, online: [] };

type Surroundings = { workshops: WorkshopStore; now: () => Date; log: Logger };

/** The live streams of every workshop, in the memory of this process. */
export class LiveRooms {
  readonly #surroundings: Surroundings;
  readonly #rooms = new Map<string, LiveRoom>();
  readonly #heartbeat: NodeJS.Timeout;
  #isStopped = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();
  }

  /** The response becomes a stream that ends with the connection, or with the program. */
  open(response: ServerResponse, workshopId: string, viewer: Viewer): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const room = this.#room(workshopId);
    const stream = new LiveStream(response, viewer, () => room.refresh(stream));
    response.once('close', () => room.delete(stream));
    if (this.#isStopped) return stream.end();
    room.add(stream);
  }

  stateChanged(workshopId: string): void {
    this.#rooms.get(workshopId)?.stateChanged();
  }

  countsChanged(workshopId: string, audience: 'screens' | 'everybody' = 'screens'): void {
    this.#rooms.get(workshopId)?.countsChanged(audience);
  }

  /** A phone without a stream is in the room too. */
  noteSeen(workshopId: string, participant: string): void {
    this.#room(workshopId).noteSeen(participant);
  }

  /** Votes cannot be stored at the moment, or can again. */
  setTrouble(workshopId: string, isTroubled: boolean): void {
    this.#room(workshopId).setTrouble(isTroubled);
  }

  isTroubled(workshopId: string): boolean {
    return this.#rooms.get(workshopId)?.isTroubled ?? false;
  }

  presenceIn(workshopId: string): Present {
    return this.#rooms.get(workshopId)?.present() ?? nobody;
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#heartbeat);
    for (const room of this.#rooms.values()) room.stop();
  }

  #room(workshopId: string): LiveRoom {
    const room = this.#rooms.get(workshopId) ?? new LiveRoom(this.#optionsOf(workshopId));
    this.#rooms.set(workshopId, room);
    return room;
  }

  #optionsOf(workshopId: string) {
    const { workshops, now, log } = this.#surroundings;
    const open = async (): Promise<Room | undefined> => {
      const stored = await workshops.find(workshopId);
      if (!stored) return undefined;
      const seats = await workshops.findSeats(workshopId);
      const { workshop } = stored;
      return { workshop, seats, ...this.presenceIn(workshopId), now: now().toISOString() };
    };
    const onError = (error: unknown) => log.error({ err: error }, 'a live stream could not be told the newest state');
    return { open, onError };
  }

  #beat(): void {
    for (const room of this.#rooms.values()) room.beat();
  }
}
