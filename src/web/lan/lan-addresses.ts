import type { NetworkInterfaceInfo } from 'node:os';

/** `isLikely`: phones of the room can probably reach it. */
export type LanAddress = { address: string; network: string; isLikely: boolean };

export type NetworkInterfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Networks that a program made for itself on this machine. */
const virtual =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|wg|lxc|lxd|cni|flannel|podman)|vEthernet|VMware|VirtualBox|Hyper-V|WSL|Loopback/i;

/** The IPv4 addresses of this machine but its own loopback; those that phones in a room reach come first. */
export function lanAddresses(interfaces: NetworkInterfaces): LanAddress[] {
  return Object.entries(interfaces)
    .flatMap(([network, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, network, isLikely: !virtual.test(network) && !isLinkLocal(address) })),
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.address < b.address ? -1 : 1));
}

/** 169.254.x.x: the machine got no address from the network. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.');
}

function rankOf({ address, isLikely }: LanAddress): number {
  const kinds = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
  const kind = kinds.findIndex(pattern => pattern.test(address));
  return (isLikely ? 0 : 10) + (kind === -1 ? kinds.length : kind);
}
