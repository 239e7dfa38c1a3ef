import { lanAddresses, type NetworkInterfaces } from '#web/lan/lan-addresses.ts';
import { cleanCode } from '#workshop/secrets.ts';

/** Where phones find a workshop; the code is undefined where the address does not carry it. */
export type Place = { origin: string; code: string | undefined };

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * An address of this very machine, as `http://192.168.1.20:3001` or the link on a poster. Undefined for every other: nobody is to
 * point a crowd of invented people at somebody else's computer.
 */
export function ownPlace(url: string, interfaces: NetworkInterfaces): Place | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'http:' || parsed.username !== '' || parsed.password !== '') return undefined;
  const isOwn = lanAddresses(interfaces).some(({ address }) => address === parsed.hostname);
  return isOwn || loopback.test(parsed.hostname) ? { origin: parsed.origin, code: codeIn(parsed) } : undefined;
}

function codeIn({ pathname, hash }: URL): string | undefined {
  const code = /^\/w\/([^/]+)/.exec(pathname)?.[1] ?? hash.slice(1);
  return code === '' ? undefined : cleanCode(code);
}
