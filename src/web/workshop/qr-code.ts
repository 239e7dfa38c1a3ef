import { create } from 'qrcode';

export type QrCode = { size: number; path: string; label: string };

/** The quiet zone that readers need, in modules. */
const margin = 4;

/** A QR code made here, for `partials/workshop/qr-code`; one run of dark modules is one stroke of the path. */
export function qrCode(text: string, label: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) => runsOf(modules.data, y, modules.size));
  return { size: modules.size + 2 * margin, path: rows.join(''), label };
}

function runsOf(cells: Uint8Array, y: number, size: number): string {
  const row = Array.from(cells.subarray(y * size, (y + 1) * size), cell => (cell ? '1' : '0')).join('');
  return Array.from(
    row.matchAll(/1+/g),
    ({ index, 0: run }) => `M${index + margin} ${y + margin}h${run.length}v1h-${run.length}z`,
  ).join('');
}

/** What phones understand as "join this Wi-Fi"; without a password it is an open one. */
export function wifiText({ name, password }: { name: string; password: string }): string {
  const escaped = (text: string) => text.replace(/([\\;,:"])/g, '\\$1');
  const security = password === '' ? 'T:nopass;' : `T:WPA;P:${escaped(password)};`;
  return `WIFI:S:${escaped(name)};${security};`;
}
