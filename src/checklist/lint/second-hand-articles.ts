import { type Finding, finding, type PlacedItem } from './finding.ts';
import { saysSo } from './unverified-claim-list.ts';

/** Who cites an article has read it. From another's account the place, or the title of the source, says so. */
export function findSecondHandArticles({ item, path, checklist }: PlacedItem): Finding[] {
  const secondHand = new Set(
    checklist.sources
      ?.filter(({ seen, title }) => seen === 'second-hand' && !saysSo.test(title.zh))
      .map(({ id }) => id),
  );
  return (item.sources ?? []).flatMap(({ source, at }, index) =>
    secondHand.has(source) && /第\s*[〇零一二三四五六七八九十百\d]+\s*[条款]/.test(at) && !saysSo.test(at)
      ? [
          finding('second-hand-article', [...path, 'sources', index, 'at'], {
            zh: '没有看到原文，却写到条；请写明据谁转述，或只写大意',
            en: 'an article of a source known only second-hand; say whose account it is, or cite it as a whole',
          }),
        ]
      : [],
  );
}
