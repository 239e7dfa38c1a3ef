import { z } from 'zod';
import { type Checked, type Fault, fault } from '#shared/fault.ts';
import type { LanChoice, Wifi } from './lan-server.ts';

const text = z.string().catch('');

const formSchema = z.object({ address: text, port: text, wifi: text, password: text });

/** As typed. */
export type TypedLan = z.infer<typeof formSchema>;

export function readTypedLan(body: unknown): TypedLan {
  return formSchema.parse(body ?? {});
}

/** `suggested`: the port of the settings; there 0 stands for any that is free. */
type Place = { workshop: string; suggested: number };

type Wanted = { choice: LanChoice; wifi: Wifi | null };

/** The limits of Wi-Fi itself: a name of 32 bytes, a password of 8 to 63 characters. */
export function wantedOfTyped(typed: TypedLan, { workshop, suggested }: Place): Checked<Wanted> {
  const port = /^\d{1,5}$/.test(typed.port.trim()) ? Number(typed.port) : Number.NaN;
  const name = typed.wifi.trim();
  const { address, password } = typed;
  const faults: Fault[] = [
    ...(address === '' ? [fault(['address'], '请选择一个地址', 'choose an address')] : []),
    ...((port > 0 || port === suggested) && port <= 65_535
      ? []
      : [fault(['port'], '须为 1 到 65535 的数字', 'must be a number from 1 to 65535')]),
    ...(Buffer.byteLength(name) > 32
      ? [fault(['wifi'], 'Wi-Fi 名称太长（最多 32 个字节）', 'the name of a Wi-Fi has at most 32 bytes')]
      : []),
    ...passwordFaults(name, password),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { choice: { workshop, address, port }, wifi: name === '' ? null : { name, password } } };
}

function passwordFaults(name: string, password: string): Fault[] {
  if (password === '') return [];
  if (name === '')
    return [fault(['wifi'], '填了密码，请也填 Wi-Fi 名称', 'with a password, give the name of the Wi-Fi too')];
  return password.length >= 8 && password.length <= 63
    ? []
    : [fault(['password'], 'Wi-Fi 密码是 8 到 63 个字符', 'the password of a Wi-Fi has 8 to 63 characters')];
}
