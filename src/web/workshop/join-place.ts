import type { Site } from '../site.ts';
import type { JoinPlace, RoomPage } from './room-page.ts';

type Address = { id: string; code: string };

/** Where phones get in to this workshop now; null while they cannot. The code stands in the fragment, which no log ever sees. */
export function findJoinPlace({ lan }: Pick<Site, 'lan'>, { id, code }: Address): JoinPlace | null {
  const { state } = lan;
  if (state.kind !== 'open' || state.choice.workshop !== id) return null;
  return { address: `${state.host}/join`, link: `http://${state.host}/join#${code}`, wifi: state.wifi };
}

/** After a start of the program: nothing opens by itself. */
export function findJoinAgain({ lan }: Pick<Site, 'lan'>, { id }: Pick<Address, 'id'>): RoomPage['joinAgain'] {
  const { state } = lan;
  if (state.kind !== 'interrupted' || state.choice.workshop !== id) return null;
  return { address: state.choice.address, port: String(state.choice.port) };
}
