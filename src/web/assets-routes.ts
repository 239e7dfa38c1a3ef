import { Router } from 'express';
import { assets } from './assets.ts';

/** Public: the sign-in page needs them. An address with another hash (an older program's page) gets the present file, uncached. */
export function assetsRoutes(): Router {
  return Router().get('/assets/:hash/:name', (req, res, next) => {
    const asset = assets.get(req.params.name);
    if (!asset) return next();
    const current = asset.url.includes(`/${req.params.hash}/`);
    res.sendFile(asset.file, {
      cacheControl: false,
      headers: { 'Cache-Control': current ? 'max-age=31536000, immutable' : 'no-store' },
    });
  });
}
