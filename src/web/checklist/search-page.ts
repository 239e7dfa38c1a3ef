import type { Checklist } from '#checklist/checklist-schema.ts';
import { type FoundItem, markWords, queryWords, searchChecklist } from '#checklist/search-checklist.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

/** So much of a text is shown before its first hit. */
const lead = 40;
const shownAtMost = 200;

/** What a search found in a checklist, with the words marked. */
export function searchPage(checklist: Checklist, query: string, format: Format): Page {
  const { t, text } = format;
  const base = `/checklists/${checklist.id}/${checklist.version}`;
  const words = queryWords(query);
  const found = searchChecklist(checklist, words);
  return {
    template: 'checklist/search',
    title: t('browse.title', { title: text(checklist.title) }),
    section: 'checklists',
    view: {
      title: text(checklist.title),
      base,
      query: query.slice(0, 200),
      summary: t('browse.found', { count: found.length }),
      items: found.map(one => itemView(one, { words, base }, format)),
    },
  };
}

type Search = { words: string[]; base: string };

function itemView({ item, area, texts }: FoundItem, { words, base }: Search, format: Format) {
  const { t, text } = format;
  const inBody = texts.filter(({ place }) => place !== 'title');
  return {
    href: `${base}#${encodeURIComponent(item.code)}`,
    code: markWords(item.code, words),
    title: markWords(text(item.title), words),
    area: `${area.code} ${text(area.title)}`,
    lines: inBody.map(({ place, text: both }) => ({
      label: t(`browse.place.${place}`),
      parts: markWords(excerpt(wordingWithHit(both, words, format), words), words),
    })),
  };
}

/** In the language of the page where the words stand there, else in the other one. */
function wordingWithHit(both: FoundItem['texts'][number]['text'], words: string[], { text }: Format): string {
  const own = text(both);
  const other = own === both.zh ? (both.en ?? own) : both.zh;
  return markWords(own, words).some(({ hit }) => hit) ? own : other;
}

function excerpt(wording: string, words: string[]): string {
  const [first] = markWords(wording, words);
  const start = first && !first.hit ? Math.max(0, first.text.length - lead) : 0;
  const part = wording.slice(start, start + shownAtMost);
  return `${start > 0 ? '…' : ''}${part}${start + shownAtMost < wording.length ? '…' : ''}`;
}
