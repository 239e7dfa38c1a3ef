/** Which version of which workshop's opinion an answer comes from. */
export type OpinionAuthor = { workshopId: string; version: number };

const pattern = /^workshop:([A-Za-z0-9_-]{1,56}):([1-9]\d{0,8})$/;

/** Who an answer is by that comes from an opinion: what makes applying it a second time no change. */
export function authorOf({ workshopId, version }: OpinionAuthor): string {
  return `workshop:${workshopId}:${version}`;
}

/** Undefined for a person. */
export function findOpinionAuthor(by: string): OpinionAuthor | undefined {
  const [, workshopId, version] = pattern.exec(by) ?? [];
  return workshopId === undefined ? undefined : { workshopId, version: Number(version) };
}
