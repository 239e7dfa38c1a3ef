import type { Page } from '../page.ts';
import type { Translate } from '../words.ts';

/** `next` is where the person wanted to go. */
export function signInPage(t: Translate, { next, wrong = false }: { next: string; wrong?: boolean }): Page {
  return {
    template: 'sign-in/sign-in',
    title: t('sign-in.title'),
    section: 'none',
    scripts: ['sign-in.js'],
    view: { next, wrong },
  };
}
