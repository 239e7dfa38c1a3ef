import { Router } from 'express';
import { checklistJsonSchema } from '#checklist/checklist-json-schema.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { reportJsonSchema } from '#report/report-document.ts';
import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';

export function checklistsApi({ checklists }: Site): Router {
  function checklistOf(id: string, version?: string) {
    const found = checklists.find(id, version);
    if (!found) throw new AppError('not-found');
    return found.checklist;
  }

  return Router()
    .get('/checklist.schema.json', (_req, res) => {
      res.type('application/schema+json').send(JSON.stringify(checklistJsonSchema()));
    })
    .get('/report.schema.json', (_req, res) => {
      res.type('application/schema+json').send(JSON.stringify(reportJsonSchema()));
    })
    .get('/checklists', (_req, res) => {
      res.json(
        checklists.list().map(({ checklist }) => ({
          id: checklist.id,
          version: checklist.version,
          title: checklist.title,
          areas: checklist.areas.length,
          items: itemsOf(checklist).length,
        })),
      );
    })
    .get('/checklists/:id', (req, res) => {
      res.json(checklistOf(req.params.id));
    })
    .get('/checklists/:id/:version', (req, res) => {
      res.json(checklistOf(req.params.id, req.params.version));
    });
}
