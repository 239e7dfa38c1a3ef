import express, { type Request, type Response, Router } from 'express';
import type { Area } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import { keepLatest } from '../keep-latest.ts';
import { languageOf } from '../language.ts';
import type { Page } from '../page.ts';
import { formatOf, type Site, todayOf } from '../site.ts';
import { goneAnswers } from '../version/form-version.ts';
import { standOf } from '../workshop/find-workshops.ts';
import { areaPage } from './area-page.ts';
import { type FormFields, readFormFields } from './form-fields.ts';
import { type OpenArea, openArea } from './open-area.ts';
import { saveAnswer } from './save-answer.ts';
import { isSettled, type SentAnswer, sentAnswerOf, statusOf } from './sent-answer.ts';
import { decidingItem, readSentFields } from './sent-fields.ts';

/** Room for a large area with every evidence field filled in. */
const form = express.urlencoded({ extended: false, limit: '6mb', parameterLimit: 50_000 });

const keptPages = 60;

type Address = { id: string; area: string };

/** The form of one area; without scripts it is saved as a whole. */
export function areaRoutes(site: Site): Router {
  const pages = keepLatest<Page>(keptPages);
  return Router()
    .get('/assessments/:id/areas/:area', async (req, res) => {
      const opened = await openArea(site, req.params);
      const { open, area, workshops, origin } = opened;
      const format = formatOf(site, res);
      const day = todayOf(site);
      const key = [open.assessment.id, open.seq, area.id, languageOf(res), day, origin?.seq, standOf(workshops)].join(
        ' ',
      );
      const page = pages(key, () => areaPage({ ...opened, uploads: site.uploads }, format));
      site.sendPage(res, page);
    })
    .post('/assessments/:id/areas/:area', form, (req, res) => saveArea(site, req, res));
}

async function saveArea(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const opened = await openArea(site, req.params);
  if (opened.open.assessment.state === 'final') throw new AppError('final');
  const fields = readFormFields(req.body);
  const format = formatOf(site, res);
  const astray = isAstray(opened.area, fields);
  const notable = await saveItems(site, { ...opened, fields }, format);
  const gone = goneAnswers(site, { assessment: opened.open.assessment, area: opened.area }, fields);
  if (!astray && notable.size === 0 && gone.length === 0)
    return res.redirect(303, `${req.path}${anchorOf(opened, fields)}`);
  const again = await openArea(site, req.params);
  const page = areaPage({ ...again, sent: notable, gone, astray, uploads: site.uploads }, format);
  site.sendPage(res, page, astray || gone.length > 0 ? 412 : statusOf([...notable.values()]));
}

/** Every item of the form that changed; what there is something to say of comes back. */
async function saveItems(
  site: Site,
  { open, area, fields }: OpenArea & { fields: FormFields },
  format: Format,
): Promise<Map<string, SentAnswer>> {
  const notable = new Map<string, SentAnswer>();
  for (const { item, sent } of sentItems(area, fields)) {
    const outcome = await saveAnswer(site, { open, item, sent, format });
    const shown = sentAnswerOf(outcome, { item, checklist: open.checklist, fields: sent }, format);
    if (shown && !isSettled(shown)) notable.set(item.id, shown);
  }
  return notable;
}

/** Read as a whole before the first is saved: a malformed form saves nothing. */
function sentItems({ items }: Area, fields: FormFields) {
  return items.flatMap(item => {
    const sent = readSentFields(fields, item);
    return sent ? [{ item, sent }] : [];
  });
}

/** Whether the button of an item was pressed that is not on the form. */
function isAstray(area: Area, fields: FormFields): boolean {
  const pressed = decidingItem(fields);
  return pressed !== undefined && !sentItems(area, fields).some(({ item }) => item.id === pressed);
}

/** Back to the item whose button was pressed. */
function anchorOf({ area }: OpenArea, fields: FormFields): string {
  const pressed =
    fields.get('save') ?? fields.get('clear') ?? fields.get('resolve')?.split(':')[1] ?? decidingItem(fields);
  const item = area.items.find(({ id }) => id === pressed);
  return item ? `#${encodeURIComponent(item.code)}` : '';
}
