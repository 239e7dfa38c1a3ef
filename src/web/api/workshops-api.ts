import { Router } from 'express';
import type { Site } from '../site.ts';
import { makeWorkshop } from '../workshop/make-workshop.ts';
import { acceptedValue, bodyOf } from './parse-body.ts';

/** Behind the start token: who may change the assessments makes workshops. */
export function workshopsApi(site: Site): Router {
  return Router().post('/workshops', async (req, res) => {
    const { workshop, secrets } = acceptedValue(await makeWorkshop(site, bodyOf(req)));
    res
      .status(201)
      .location(`/api/v1/workshops/${workshop.id}`)
      .json({
        ...{ id: workshop.id, code: workshop.code, rev: workshop.rev },
        facilitatorKey: secrets.facilitator,
        coFacilitatorKey: secrets['co-facilitator'],
        projectorKey: secrets.projector,
        scribeKey: secrets.scribe,
      });
  });
}
