import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { findKeyRole } from '#workshop/create-workshop.ts';
import type { KeyRole } from '#workshop/role.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { formatOf, type Site } from '../site.ts';
import { keyPage } from './key-page.ts';
import { carryKey } from './room-cookies.ts';

type Address = { id: string };

const formSchema = z.object({ key: z.string().trim().min(1).max(200) });

/** What each role works with. */
const places = {
  facilitator: '',
  'co-facilitator': '',
  scribe: '/scribe',
  projector: '/screen',
} satisfies Record<KeyRole, string>;

/** A link carries a key in its fragment; the page posts it here once and gets a cookie of this workshop and role. */
export function keyRoutes(site: Site): Router {
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  return Router()
    .get('/workshops/:id/enter', (req, res) => {
      site.sendPage(res, keyPage(formatOf(site, res).t, { id: req.params.id }));
    })
    .post('/workshops/:id/enter', form, (req, res) => enter(site, req, res));
}

async function enter(site: Site, req: Request<Address>, res: Response): Promise<void> {
  if (req.headers.origin === undefined) throw new AppError('foreign-origin');
  const { id } = req.params;
  const typed = formSchema.safeParse(req.body);
  const stored = await site.workshops.find(id);
  const found = typed.success && stored ? keyOf(stored.workshop, typed.data.key) : undefined;
  if (!found) {
    await site.delayGuess();
    return site.sendPage(res, keyPage(formatOf(site, res).t, { id, wrong: true }), 401);
  }
  carryKey(res, found.workshop, found);
  res.redirect(303, `/workshops/${found.workshop.id}${places[found.role]}`);
}

function keyOf(workshop: Workshop, key: string): { workshop: Workshop; role: KeyRole; key: string } | undefined {
  const role = findKeyRole(workshop.keys, key);
  return role && { workshop, role, key };
}
