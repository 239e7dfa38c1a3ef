import assert from 'node:assert/strict';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const where = { timeZone: 'Asia/Shanghai', now: () => new Date('2026-11-20T02:00:00.000Z') };

/** Words in both languages as files and pages get them. */
export const wordings = {
  zh: formatIn({ language: 'zh-CN', t: words.translate('zh-CN'), ...where }),
  en: formatIn({ language: 'en', t: words.translate('en'), ...where }),
};
