import type { Page } from '../page.ts';
import type { Translate } from '../words.ts';

/** Where the join code is typed; a link from a QR code carries it in the fragment. */
export function codePage(t: Translate, { typed, error }: { typed: string; error: string | null }): Page {
  return {
    layout: 'phone',
    template: 'phone/code',
    title: t('phone.code.title'),
    section: 'none',
    scripts: ['phone-code.js'],
    view: { typed, error },
  };
}

/** Why somebody gets no further, and the way to the code. */
export function phoneErrorPage(t: Translate, failure: { code: string; status: number; request: string }): Page {
  return {
    layout: 'phone',
    template: 'phone/error',
    title: t(`error.${failure.code}.title`),
    section: 'none',
    view: {
      title: t(`error.${failure.code}.title`),
      text: t(`error.${failure.code}.text`),
      request: t('error.request', { request: failure.request, status: failure.status }),
    },
  };
}
