import express, { type Request, type Response, Router } from 'express';
import { AppError } from '#shared/app-error.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { formatOf, type Site } from '../site.ts';
import { openWorkshop } from '../workshop/open-room.ts';
import { lanApp } from './lan-app.ts';
import { readTypedLan, type TypedLan, wantedOfTyped } from './lan-form.ts';
import { type LanView, lanPage } from './lan-page.ts';
import type { Wifi } from './lan-server.ts';

type Address = { id: string };

/** Behind the start token: only who started the program opens this machine to the network. */
export function lanRoutes(site: Site): Router {
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  return Router()
    .get('/workshops/:id/lan', async (req, res) => {
      const workshop = await openWorkshop(site, req.params.id);
      show(site, res, { workshop, showsAll: req.query.all === '1' });
    })
    .post('/workshops/:id/lan/start', form, (req, res) => start(site, req, res))
    .post('/workshops/:id/lan/stop', async (req, res) => {
      await site.lan.close();
      res.redirect(303, `/workshops/${req.params.id}/lan`);
    });
}

async function start(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const workshop = await openWorkshop(site, req.params.id);
  if (workshop.state === 'closed') throw new AppError('workshop-over');
  const typed = readTypedLan(req.body);
  const format = formatOf(site, res);
  const wanted = wantedOfTyped(typed, { workshop: workshop.id, suggested: site.lanPort });
  if (!wanted.ok) {
    const errors = Object.fromEntries(wanted.faults.map(({ path, message }) => [path[0], format.text(message)]));
    return show(site, res, { workshop, typed, errors, showsAll: true, status: 422 });
  }
  const appFor = (host: string) => lanApp(site, { workshop: workshop.id, host });
  const wifi = 'again' in (req.body ?? {}) ? rememberedWifi(site) : wanted.value.wifi;
  const failure = await site.lan.start({ ...wanted.value, wifi, appFor });
  if (failure === undefined) return res.redirect(303, `/workshops/${workshop.id}/lan`);
  const problem = format.t(`lan.failure.${failure}`, { port: wanted.value.choice.port });
  show(site, res, { workshop, typed, problem, showsAll: true, status: 409 });
}

/** Where it is opened again as it was, the password is forgotten. */
function rememberedWifi({ lan: { state } }: Site): Wifi | null {
  const name = state.kind === 'interrupted' ? state.choice.wifi : undefined;
  return name === undefined ? null : { name, password: null };
}

type Show = { workshop: Workshop; showsAll: boolean; status?: number; typed?: TypedLan } & Partial<
  Pick<LanView, 'errors' | 'problem'>
>;

function show(site: Site, res: Response, given: Show): void {
  const { workshop, showsAll, errors = {}, problem = null, status = 200 } = given;
  const typed = given.typed ?? { address: '', port: String(site.lanPort), wifi: '', password: '' };
  const { state } = site.lan;
  const view = { workshop, state, addresses: site.lan.addresses(), showsAll, typed, errors, problem };
  site.sendPage(res, lanPage(view, formatOf(site, res)), status);
}
