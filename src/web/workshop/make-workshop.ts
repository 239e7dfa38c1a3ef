import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { type Checked, check, fault } from '#shared/fault.ts';
import { createWorkshop, newWorkshopSchema } from '#workshop/create-workshop.ts';
import type { KeyRole } from '#workshop/role.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { newCode, newToken } from './new-secrets.ts';

/** The secrets are shown now or never: only their hashes are stored. */
export type NewlyMade = { workshop: Workshop; secrets: Record<KeyRole, string> };

const assessmentOfSchema = z.looseObject({ assessment: z.string() });

/** `id` where a form that is sent twice makes one workshop. Throws AppError `set-aside` for a damaged assessment, `storage-failed`. */
export async function makeWorkshop(site: Site, input: unknown, id = site.newId()): Promise<Checked<NewlyMade>> {
  const named = assessmentOfSchema.safeParse(input);
  const open = named.success ? await findAssessment(site, named.data.assessment) : undefined;
  if (!open) return withoutAssessment(input);
  const secrets = {
    ...{ facilitator: newToken(), 'co-facilitator': newToken() },
    ...{ scribe: newToken(), projector: newToken() },
  };
  const parts = { id, code: freeCode(site), secrets, ...stampOf(site) };
  const created = createWorkshop(input, open.checklist, parts);
  if (!created.ok) return created;
  const { workshop } = await site.workshops.create(created.value);
  return { ok: true, value: { workshop, secrets } };
}

async function findAssessment(site: Site, id: string): Promise<OpenAssessment | undefined> {
  try {
    return await openAssessment(site, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function withoutAssessment(input: unknown): { ok: false; faults: ReturnType<typeof fault>[] } {
  const parsed = check(newWorkshopSchema, input);
  const missing = fault(['assessment'], '没有这份评价', 'there is no such assessment');
  return { ok: false, faults: parsed.ok ? [missing] : parsed.faults };
}

function freeCode({ workshops }: Site): string {
  let code = newCode();
  while (workshops.findIdByCode(code) !== undefined) code = newCode();
  return code;
}
