import { Router } from 'express';
import { assets } from './assets.ts';

/** `names` are those that anybody may load. Public: the sign-in page needs them. An address with another hash (an older program's page) gets the present file, uncached. */
export function assetsRoutes(names: readonly string[] = [...assets.keys()]): Router {
  return Router().get('/assets/:hash/:name', (req, res, next) => {
    const asset = names.includes(req.params.name) ? assets.get(req.params.name) : undefined;
    if (!asset) return next();
    const current = asset.url.includes(`/${req.params.hash}/`);
    res.sendFile(asset.file, {
      cacheControl: false,
      headers: { 'Cache-Control': current ? 'max-age=31536000, immutable' : 'no-store' },
    });
  });
}
