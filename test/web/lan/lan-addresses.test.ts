import assert from 'node:assert/strict';
import type { NetworkInterfaceInfo } from 'node:os';
import { test } from 'node:test';
import { lanAddresses } from '#web/lan/lan-addresses.ts';

function at(address: string, more: { internal?: boolean; family?: 'IPv4' | 'IPv6' } = {}): NetworkInterfaceInfo {
  const { internal = false, family = 'IPv4' } = more;
  const common = { address, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', internal, cidr: null };
  return family === 'IPv4' ? { ...common, family } : { ...common, family, scopeid: 0 };
}

test('the addresses that phones reach come first, home routers before the rest', () => {
  const found = lanAddresses({
    lo: [at('127.0.0.1', { internal: true })],
    docker0: [at('172.17.0.1')],
    eth1: [at('172.20.0.4')],
    wlan0: [at('10.1.2.3'), at('fe80::1', { family: 'IPv6' })],
    eth0: [at('192.168.8.20')],
    'vEthernet (WSL)': [at('172.29.0.1')],
    'Ethernet 3': [at('169.254.3.4')],
    ppp0: [at('100.64.1.1')],
  });
  assert.deepEqual(
    found.map(({ address, isLikely }) => [address, isLikely]),
    [
      ['192.168.8.20', true],
      ['10.1.2.3', true],
      ['172.20.0.4', true],
      ['100.64.1.1', true],
      ['172.17.0.1', false],
      ['172.29.0.1', false],
      ['169.254.3.4', false],
    ],
  );
});

test('a machine without a network has none', () => {
  assert.deepEqual(lanAddresses({ lo: [at('127.0.0.1', { internal: true })], down: undefined }), []);
});
