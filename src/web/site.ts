import type { Response } from 'express';
import type { IsoDay } from '#shared/iso-day.ts';
import type { Language } from '#shared/text.ts';
import type { AppDependencies } from './app-dependencies.ts';
import type { Format } from './format.ts';
import { languageOf } from './language.ts';
import type { LocalAccess } from './middleware/local-access.ts';
import type { SendPage } from './page.ts';
import type { Render } from './render-page.ts';
import type { GuessDelay } from './workshop/guess-delay.ts';
import type { DeriveKey } from './workshop/keys/derive-key.ts';

/** What routes work with: everything from outside, and the way to send a page. */
export type Site = AppDependencies & {
  /** For pages that are handed out as files. */
  render: Render;
  sendPage: SendPage;
  formats: Record<Language, Format>;
  access: LocalAccess;
  delayGuess: GuessDelay;
  /** Of new keys for the roles of a workshop. */
  deriveKey: DeriveKey;
};

/** Words, numbers and days in the language of this request. */
export function formatOf({ formats }: Site, res: Response): Format {
  return formats[languageOf(res)];
}

/** The day that it is for the city, now or at an ISO time: in the site's time zone, whatever the language. */
export function todayOf({ formats, now }: Pick<Site, 'formats' | 'now'>, at: string | Date = now()): IsoDay {
  return formats['zh-CN'].isoDay(at);
}

/** Who acts, and when: in local mode the one who started the program. */
export function stampOf({ now }: Site): { by: string; at: string } {
  return { by: 'local', at: now().toISOString() };
}
