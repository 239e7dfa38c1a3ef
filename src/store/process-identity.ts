import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { z } from 'zod';
import { systemCode } from './system-error.ts';

/** Tells a process from a later one with the same pid. Boot id and start are null where there is no /proc. */
export const processIdentitySchema = z.strictObject({
  pid: z.int().positive(),
  bootId: z.string().nullable(),
  /** Ticks since boot. */
  started: z.string().nullable(),
  /** Seconds since 1970, by the clock. */
  bootedAt: z.number(),
});
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export async function ownIdentity(): Promise<ProcessIdentity> {
  return {
    pid: process.pid,
    bootId: await readBootId(),
    started: await readStart(process.pid),
    bootedAt: Math.round(Date.now() / 1000 - os.uptime()),
  };
}

export async function isRunning(other: ProcessIdentity): Promise<boolean> {
  const own = await ownIdentity();
  if (!isSameBoot(own, other) || !hasProcess(other.pid)) return false;
  return other.started === null || (await readStart(other.pid)) === other.started;
}

/** Without a boot id the clock must do; it may have been set right in between. */
function isSameBoot(own: ProcessIdentity, other: ProcessIdentity): boolean {
  return own.bootId !== null && other.bootId !== null
    ? own.bootId === other.bootId
    : Math.abs(own.bootedAt - other.bootedAt) < 600;
}

export function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

async function readBootId(): Promise<string | null> {
  return (await readProc('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;
}

/** Null for a process that ended and was only not collected yet. */
async function readStart(pid: number): Promise<string | null> {
  const stat = await readProc(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces; behind it come the state (field 3) and, as field 22, the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

function readProc(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
