import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';
import { type Language, languageSchema } from '#shared/text.ts';

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
  const fixed = { 'zh-CN': instance.getFixedT('zh-CN'), en: instance.getFixedT('en') };
  return {
    translate: language => quickly((key, params) => fixed[language](key, params)),
    labels: language => catalogues[language],
  };
}

/** Looking a word up costs i18next tens of microseconds; fixed ones are kept, since a page names the same few hundred. */
function quickly(translate: (key: string, params: Params) => string): Translate {
  const kept = new Map<string, string>();
  return (key, params) => {
    if (params) return translate(key, params);
    const known = kept.get(key) ?? translate(key, {});
    kept.set(key, known);
    return known;
  };
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
