import { type Finding, finding, type PlacedItem } from './finding.ts';

const article = /第\s*[〇零一二三四五六七八九十百千\d]+\s*条/;

export function findLawsWithoutArticle({ item, path, checklist }: PlacedItem): Finding[] {
  const laws = new Set(checklist.sources?.filter(({ kind }) => kind === 'law').map(({ id }) => id));
  return (item.sources ?? []).flatMap(({ source, at }, index) =>
    laws.has(source) && !article.test(at) ? [noArticle([...path, 'sources', index, 'at'])] : [],
  );
}

function noArticle(path: Finding['path']): Finding {
  return finding('law-article', path, {
    zh: '引用法律须写到条（第几条）',
    en: 'a law is cited with its article (第…条)',
  });
}
