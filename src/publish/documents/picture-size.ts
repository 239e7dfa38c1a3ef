/** Width and height of a drawing in px, as its root element has them. */
export function pictureSize(svg: string): { width: number; height: number } {
  const [, width = '1', height = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
