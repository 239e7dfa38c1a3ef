import type { Room } from '#workshop/room.ts';
import type { LiveStream } from './live-stream.ts';

/** A phone that polls or loads pages counts as present for so long, and until it is next looked at. */
const presentMs = 60_000;

/** How many screens and phones there are, and the participants of these. */
export type Present = Pick<Room, 'connections' | 'online'>;

/** Who is in the room. It is asked for with every request, so it is counted anew only when somebody came or went. */
export class Presence {
  readonly #phones = new Map<string, readonly LiveStream[]>();
  readonly #screens = new Set<LiveStream>();
  readonly #seen = new Map<string, number>();
  #counted: Present | undefined;

  add(stream: LiveStream): void {
    this.#counted = undefined;
    if (stream.viewer.role !== 'participant') return void this.#screens.add(stream);
    const { participant } = stream.viewer.seat;
    this.#phones.set(participant, [...this.streamsOf(participant), stream]);
  }

  delete(stream: LiveStream): void {
    this.#counted = undefined;
    if (stream.viewer.role !== 'participant') return void this.#screens.delete(stream);
    const { participant } = stream.viewer.seat;
    const rest = this.streamsOf(participant).filter(each => each !== stream);
    if (rest.length > 0) this.#phones.set(participant, rest);
    else this.#phones.delete(participant);
  }

  /** Of one phone, the oldest first. */
  streamsOf(participant: string): readonly LiveStream[] {
    return this.#phones.get(participant) ?? [];
  }

  /** A phone without a stream is in the room too. */
  noteSeen(participant: string): void {
    if (!this.#seen.has(participant)) this.#counted = undefined;
    this.#seen.set(participant, performance.now());
  }

  /** Whoever was not seen for long has left. */
  forgetAbsent(): void {
    const now = performance.now();
    for (const [participant, at] of this.#seen) if (now - at > presentMs) this.#seen.delete(participant);
    this.#counted = undefined;
  }

  present(): Present {
    this.#counted ??= this.#count();
    return this.#counted;
  }

  #count(): Present {
    const roles = Array.from(this.#screens, ({ viewer }) => viewer.role);
    const count = (...wanted: string[]) => roles.filter(role => wanted.includes(role)).length;
    // Two pages of one phone are one participant, whether it has a stream or asks.
    const online = [...new Set([...this.#phones.keys(), ...this.#seen.keys()])];
    return {
      connections: {
        participants: online.length,
        projectors: count('projector'),
        cockpits: count('facilitator', 'co-facilitator'),
        scribes: count('scribe'),
      },
      online,
    };
  }
}
