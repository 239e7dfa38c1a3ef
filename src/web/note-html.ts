import MarkdownIt from 'markdown-it';
import { keepLatest } from './keep-latest.ts';

const headingsBelow = 3;
const nestingAtMost = 20;

/**
 * The HTML of a note that was typed as Markdown: paragraphs, lists, quotes, emphasis, links, fenced code. HTML in it stays text; pictures become
 * links, so that nothing is fetched; headings stand below those of the page.
 */
export function noteHtml(source: string): string {
  return known(source, () => rendered(source));
}

/** A report is looked at more often than its notes change. */
const known = keepLatest<string>(200);

function rendered(source: string): string {
  const tokens = markdown.parse(source, {});
  // Beyond its limit of nesting the parser leaves text out; such a note is shown as it was typed.
  const isTooDeep = tokens.some(({ level }) => level >= nestingAtMost - 1);
  return isTooDeep ? asTyped(source) : markdown.renderer.render(tokens, markdown.options, {});
}

// Tables would need inline styles. The other rules make something else of what people type as plain text: a ruled line, an indented
// paragraph, a source in square brackets.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true, maxNesting: nestingAtMost }).disable([
  'table',
  'lheading',
  'code',
  'reference',
]);

function asTyped(source: string): string {
  return `<p>${markdown.utils.escapeHtml(source).replaceAll('\n', '<br>\n')}</p>\n`;
}

markdown.inline.State = class extends markdown.inline.State {
  /** CommonMark takes `**（注意）**请` for unfinished, because Chinese has no spaces: beside Chinese a mark opens and closes wherever no space forbids it. 3*4*5 is a product. */
  override scanDelims(start: number, canSplitWord: boolean) {
    const scanned = super.scanDelims(start, canSplitWord);
    const before = this.src.slice(Math.max(0, start - 2), start);
    const after = this.src.slice(start + scanned.length, start + scanned.length + 2);
    if (/\d$/.test(before) && /^\d/.test(after)) return { ...scanned, can_open: false, can_close: false };
    if (!canSplitWord || !(endsChinese.test(before) || startsChinese.test(after))) return scanned;
    return { ...scanned, can_open: /^\S/.test(after), can_close: /\S$/.test(before) };
  }
};

const endsChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;
const startsChinese = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

markdown.validateLink = address => /^https?:\/\//i.test(address.trim());

// `[方案]()` has no address yet: a link to nowhere would be a link to this page, so it stays as it was typed. `[](https://…)` has no words: it
// shows its address. Links do not nest.
markdown.core.ruler.push('half links', ({ tokens, Token }) => {
  const text = (content: string) => Object.assign(new Token('text', '', 0), { content });
  for (const block of tokens) {
    let address = '';
    block.children = (block.children ?? []).flatMap((token, index, all) => {
      if (token.type === 'link_open') address = String(token.attrGet('href') ?? '');
      if (!token.type.startsWith('link_')) return [token];
      if (!address) return [text(token.type === 'link_open' ? '[' : ']()')];
      return token.type === 'link_close' && all[index - 1]?.type === 'link_open' ? [text(address), token] : [token];
    });
  }
});

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

markdown.renderer.rules.image = (tokens, index) => {
  const { escapeHtml } = markdown.utils;
  const address = escapeHtml(String(tokens[index]?.attrGet('src') ?? ''));
  const words = escapeHtml(tokens[index]?.content ?? '') || address;
  if (!address) return `![${words}]()`;
  return `<a href="${address}" rel="noopener noreferrer">${words}</a>`;
};

for (const rule of ['heading_open', 'heading_close'])
  markdown.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + headingsBelow)}`;
    return self.renderToken(tokens, index, options);
  };
