import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type LanAddress, lanAddresses, type NetworkInterfaces } from './lan-addresses.ts';

/** For the wall and the poster. The password is kept in memory alone, because it is nobody's business afterwards: null when it is forgotten. */
export type Wifi = { name: string; password: string | null };

/** `wifi`: its name. */
export type LanChoice = { workshop: string; address: string; port: number; wifi?: string | undefined };

/** `interrupted`: it was open when the program stopped, and opens again when somebody says so. */
export type LanState =
  | { kind: 'closed' }
  | { kind: 'interrupted'; choice: LanChoice }
  | { kind: 'open'; choice: LanChoice; host: string; wifi: Wifi | null };

/** Where the choice outlives the program. */
export type LanMemory = {
  read: () => Promise<LanChoice | undefined>;
  write: (choice: LanChoice | undefined) => Promise<void>;
};

export type StartFailure = 'not-an-address' | 'open-already' | 'port-taken' | 'port-forbidden' | 'failed';

type Opening = { choice: LanChoice; wifi: Wifi | null; appFor: (host: string) => RequestListener };

/** Phones load what they need in a moment; a socket that says nothing is given up. */
const timeouts = { headersTimeout: 15_000, requestTimeout: 30_000 };
/** So that phones can still show that the workshop is over. */
const afterFinishMs = 20_000;

const failures = new Map<unknown, StartFailure>([
  ['EADDRINUSE', 'port-taken'],
  ['EACCES', 'port-forbidden'],
  ['EADDRNOTAVAIL', 'not-an-address'],
]);

/** The second, small server of local mode: open on one address of the local network as long as a workshop needs it. */
export class LanServer {
  readonly #interfaces: () => NetworkInterfaces;
  readonly #memory: LanMemory;
  #server: Server | undefined;
  #state: LanState = { kind: 'closed' };
  #isChanging = false;
  #closing: NodeJS.Timeout | undefined;

  constructor(interfaces: () => NetworkInterfaces, memory: LanMemory) {
    this.#interfaces = interfaces;
    this.#memory = memory;
  }

  get state(): LanState {
    return this.#state;
  }

  addresses(): LanAddress[] {
    return lanAddresses(this.#interfaces());
  }

  /** What was open when the program stopped. */
  async recall(): Promise<void> {
    const choice = await this.#memory.read();
    if (choice) this.#state = { kind: 'interrupted', choice };
  }

  /** Undefined when it is open. The port may be 0: a free one. */
  async start({ choice, wifi, appFor }: Opening): Promise<StartFailure | undefined> {
    if (this.#state.kind === 'open' || this.#isChanging) return 'open-already';
    if (!this.addresses().some(({ address }) => address === choice.address)) return 'not-an-address';
    this.#isChanging = true;
    try {
      const server = createServer(timeouts);
      const port = await listen(server, choice);
      if (typeof port !== 'number') return port;
      const host = port === 80 ? choice.address : `${choice.address}:${port}`;
      server.on('request', appFor(host));
      this.#server = server;
      const opened = { ...choice, port, ...(wifi ? { wifi: wifi.name } : {}) };
      this.#state = { kind: 'open', choice: opened, host, wifi };
      await this.#memory.write(opened);
      return undefined;
    } finally {
      this.#isChanging = false;
    }
  }

  /** Taken back on request: it is not offered again after a start of the program. */
  async close(): Promise<void> {
    await this.#shut();
    await this.#memory.write(undefined);
  }

  /** When the workshop that it is open for is finished. */
  closeAfter(workshop: string): void {
    if (this.#state.kind === 'closed' || this.#state.choice.workshop !== workshop) return;
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => void this.close().catch(() => undefined), afterFinishMs).unref();
  }

  /** With the program; what was open is remembered. */
  async stop(): Promise<void> {
    await this.#shut();
  }

  async #shut(): Promise<void> {
    clearTimeout(this.#closing);
    const server = this.#server;
    this.#server = undefined;
    this.#state = { kind: 'closed' };
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}

async function listen(server: Server, { address, port }: LanChoice): Promise<number | StartFailure> {
  server.listen(port, address);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return failures.get(code) ?? 'failed';
  }
  const bound = server.address();
  return typeof bound === 'object' && bound ? bound.port : port;
}
