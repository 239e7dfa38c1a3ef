import { svgPictures } from './svg-pictures.ts';

let last: Promise<unknown> = Promise.resolve();

/** One at a time: drawing takes a thread that saving needs too. */
export function chartPng(svg: string): Promise<Buffer> {
  const next = last.then(() => drawPng(svg));
  last = next.catch(() => undefined);
  return next;
}

async function drawPng(svg: string): Promise<Buffer> {
  const [picture] = await svgPictures([svg]);
  if (!picture) throw new Error('nothing was drawn');
  return picture;
}
