import { Router } from 'express';
import { compareAssessments } from '#report/comparison.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { readCompareQuery } from '../compare/compare-query.ts';
import { openCompared } from '../compare/open-compared.ts';
import type { Site } from '../site.ts';

export function compareApi(site: Site): Router {
  return Router().get('/compare', async (req, res) => {
    const { ids, isOrdered, faults } = readCompareQuery(req.query);
    if (!isOrdered) throw new AppError('faulty-input', pairMissing);
    if (faults.length > 0) throw new AppError('faulty-input', faults);
    const { opened, failed } = await openCompared(site, ids);
    if (failed[0]) throw new AppError(failed[0].code);
    const [before, after] = opened;
    if (!before || !after) throw new AppError('not-found');
    res.json(compareAssessments(before, after));
  });
}

const pairMissing = (['old', 'new'] as const).map(name => fault([name], '须给出一份评价', 'must name one assessment'));
