import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type i18n } from 'i18next';
import { type Language, languageSchema } from '#shared/text.ts';
import { fillWords } from './fill-words.ts';

/** Words for a key such as `start.title`; `params` fill `{{name}}`, `count` chooses the plural. */
export type Translate = (key: string, params?: Params) => string;
type Params = Record<string, string | number>;

export type Words = {
  translate: (language: Language) => Translate;
  /** Fixed labels by key, for templates. */
  labels: (language: Language) => Readonly<Record<string, string>>;
};

/** Loads every `words/<language>/<area>.json`; the file's name is the first part of its keys. A missing key goes to `onMissing`. */
export function openWords(onMissing: (key: string) => void): Words {
  const catalogues = { 'zh-CN': readCatalogue('zh-CN'), en: readCatalogue('en') } satisfies Record<Language, object>;
  const instance = i18next.createInstance();
  instance.init({
    resources: { 'zh-CN': { words: catalogues['zh-CN'] }, en: { words: catalogues.en } },
    supportedLngs: languageSchema.options,
    fallbackLng: false,
    defaultNS: 'words',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => onMissing(key),
  });
  const translate = { 'zh-CN': inOneLanguage(instance, 'zh-CN'), en: inOneLanguage(instance, 'en') };
  return {
    translate: language => translate[language],
    labels: language => catalogues[language],
  };
}

/** i18next finds the word and its plural; that takes tens of microseconds, and a report fills in thousands. */
function inOneLanguage(instance: i18n, language: Language): Translate {
  const fixed = instance.getFixedT(language);
  return fillWords(
    (key, count) => fixed(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) }),
    language,
  );
}

function readCatalogue(language: Language): Record<string, string> {
  const folder = path.join(import.meta.dirname, 'words', language);
  return Object.assign({}, ...readdirSync(folder).map(file => readWords(path.join(folder, file))));
}

function readWords(file: string): Record<string, string> {
  const area = path.basename(file, '.json');
  const words: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [`${area}.${key}`, text]));
}
