import type { Response } from 'express';
import { assetUrl } from './assets.ts';
import { languageOf } from './language.ts';
import type { Render } from './render-page.ts';

type Tab = { label: string; href: string; current: boolean };
export type AssessmentBar = { title: string; facts: string; tabs: Tab[] };

/** What a presenter makes: the words and values of one page, and where it stands in the site. */
export type Page = {
  template: string;
  title: string;
  view: object;
  section: 'assessments' | 'checklists' | 'none';
  assessmentBar?: AssessmentBar;
  /** Phones, the projector and what is printed get a frame without the rest of the site. */
  layout?: 'main' | 'phone' | 'projector' | 'print';
  /** Without scripts the page looks again after so many seconds. */
  refresh?: number;
  /** Names of browser modules in `assets/`. */
  scripts?: string[];
};

export type SendPage = (res: Response, page: Page, status?: number) => void;

/** A page that is kept and sent again is rendered once, as long as its frame is the same. */
export function pageSender(render: Render): SendPage {
  const sent = new WeakMap<Page, { frame: string; html: string }>();

  function htmlOf(res: Response, page: Page): string {
    const frame = frameOf(res, page);
    const key = JSON.stringify(frame);
    const before = sent.get(page);
    if (before?.frame === key) return before.html;
    const language = languageOf(res);
    const body = render(`pages/${page.template}`, page.view, language);
    const html = render(`layouts/${page.layout ?? 'main'}`, { ...frame, body }, language);
    sent.set(page, { frame: key, html });
    return html;
  }

  return (res, page, status = 200) => {
    res.status(status).type('html').send(htmlOf(res, page));
  };
}

function frameOf(res: Response, page: Page) {
  return {
    language: languageOf(res),
    title: page.title,
    styles: ['pico.min.css', 'rencheng.css'].map(assetUrl),
    scripts: (page.scripts ?? []).map(assetUrl),
    icon: assetUrl('mark.svg'),
    signedIn: res.locals.credential !== undefined,
    inAssessments: page.section === 'assessments',
    inChecklists: page.section === 'checklists',
    assessmentBar: page.assessmentBar ?? null,
    refresh: page.refresh ?? null,
    other: otherLanguage(res, page.layout === 'phone' ? '/join/language' : '/language'),
  };
}

function otherLanguage(res: Response, base: string): { href: string; label: string; language: string } {
  const back = encodeURIComponent(
    res.req.method === 'GET' ? res.req.originalUrl : pageOfForm(res.req.originalUrl, base),
  );
  return languageOf(res) === 'en'
    ? { language: 'zh-CN', label: '中文', href: `${base}/zh-CN?back=${back}` }
    : { language: 'en', label: 'English', href: `${base}/en?back=${back}` };
}

/** Where somebody comes back to from the answer to a form; a phone to its room. */
function pageOfForm(address: string, base: string): string {
  return base === '/language' ? '/' : (/^\/w\/[^/?]+/.exec(address)?.[0] ?? '/join');
}
