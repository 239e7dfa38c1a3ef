import type { Room } from '#workshop/room.ts';
import type { LiveFrame, LiveStream } from './live-stream.ts';
import { Presence, type Present } from './presence.ts';
import { frameRenderer } from './render-frames.ts';
import { throttle } from './throttle.ts';

/** Counts go to the wall and the cockpit at most four times a second. */
const countsEveryMs = 250;
const mostStreamsOfOne = 3;

type Audience = 'screens' | 'everybody';

export type LiveRoomOptions = {
  /** The newest state; undefined when there is none to show. */
  open: () => Promise<Room | undefined>;
  onError: (error: unknown) => void;
};

/** The open streams of one workshop. */
export class LiveRoom {
  readonly #options: LiveRoomOptions;
  readonly #streams = new Set<LiveStream>();
  readonly #presence = new Presence();
  readonly #counts = throttle(() => this.#push(this.#countsFor), countsEveryMs);
  #countsFor: Audience = 'screens';
  #wanted: Audience | undefined;
  #isPushing = false;
  #isTroubled = false;

  constructor(options: LiveRoomOptions) {
    this.#options = options;
  }

  get isTroubled(): boolean {
    return this.#isTroubled;
  }

  add(stream: LiveStream): void {
    this.#endOldest(stream);
    this.#streams.add(stream);
    this.#presence.add(stream);
    this.refresh(stream);
    if (this.#isTroubled) stream.send(troubleFrame(true));
    this.countsChanged();
  }

  delete(stream: LiveStream): void {
    this.#streams.delete(stream);
    this.#presence.delete(stream);
    this.countsChanged();
  }

  /** The newest state for one reader. */
  refresh(stream: LiveStream): void {
    this.#options.open().then(room => {
      if (room && this.#streams.has(stream)) deliver(stream, frameRenderer(room)(stream.viewer));
    }, this.#options.onError);
  }

  stateChanged(): void {
    this.#push('everybody');
  }

  /** `everybody`: where a vote changes what others see on their phones, as in a vote by departments. */
  countsChanged(audience: Audience = 'screens'): void {
    if (audience === 'everybody') this.#countsFor = audience;
    this.#counts.request();
  }

  noteSeen(participant: string): void {
    this.#presence.noteSeen(participant);
  }

  /** Told to everybody when it begins and when it is over. */
  setTrouble(isTroubled: boolean): void {
    if (isTroubled === this.#isTroubled) return;
    this.#isTroubled = isTroubled;
    for (const stream of this.#streams) stream.send(troubleFrame(isTroubled));
  }

  present(): Present {
    return this.#presence.present();
  }

  beat(): void {
    this.#presence.forgetAbsent();
    for (const stream of this.#streams) stream.beat();
  }

  stop(): void {
    this.#counts.stop();
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }

  /** Somebody who opens page after page does not fill the room. */
  #endOldest({ viewer }: LiveStream): void {
    if (viewer.role !== 'participant') return;
    const same = this.#presence.streamsOf(viewer.seat.participant);
    if (same.length >= mostStreamsOfOne) same[0]?.end();
  }

  /** One after another, so that nobody gets an older state after a newer one; those asked for meanwhile are one. */
  #push(audience: Audience): void {
    if (this.#wanted !== 'everybody') this.#wanted = audience;
    if (this.#isPushing) return;
    this.#isPushing = true;
    this.#pushWanted().catch(this.#options.onError);
  }

  async #pushWanted(): Promise<void> {
    try {
      while (this.#wanted !== undefined) {
        const audience = this.#wanted;
        this.#wanted = undefined;
        if (audience === 'everybody') this.#countsFor = 'screens';
        const room = await this.#options.open();
        if (room) this.#deliverAll(room, audience);
      }
    } finally {
      this.#isPushing = false;
    }
  }

  #deliverAll(room: Room, audience: Audience): void {
    const frameFor = frameRenderer(room);
    for (const stream of this.#streams)
      if (audience === 'everybody' || stream.viewer.role !== 'participant') deliver(stream, frameFor(stream.viewer));
  }
}

function deliver(stream: LiveStream, frame: LiveFrame): void {
  stream.send(frame);
  if (frame.event === 'gone') stream.end();
}

function troubleFrame(storage: boolean): LiveFrame {
  return { event: 'trouble', body: JSON.stringify({ storage }) };
}
