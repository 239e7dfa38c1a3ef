import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export type Asset = { file: string; url: string };

const assetsFolder = path.join(import.meta.dirname, 'assets');
const pico = createRequire(import.meta.url).resolve('@picocss/pico/css/pico.min.css');

const files = [pico, ...readdirSync(assetsFolder).map(name => path.join(assetsFolder, name))].filter(file =>
  /\.(css|js|svg)$/.test(file),
);

/** One hash for all, so that a module which imports its neighbour stays within the same address. */
const edition = files
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

/** Every file that pages may load, by name; the address changes with the content, so browsers may keep it for good. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  files.map(file => [path.basename(file), { file, url: `/assets/${edition}/${path.basename(file)}` }]),
);

export function assetUrl(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`no asset "${name}"`);
  return asset.url;
}
