import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ejs from 'ejs';
import type { Language } from '#shared/text.ts';
import { assetUrl } from './assets.ts';
import { strictView } from './strict-view.ts';
import type { Words } from './words.ts';

const viewsFolder = path.join(import.meta.dirname, '../../views');

type Include = (name: string, view: object) => string;
export type Render = (name: string, view: object, language: Language) => string;

/** Compiles every template once. A template sees `view`, fixed labels as `words['start.title']`, `assets`, and `include(name, view)`. */
export function openTemplates(words: Words): Render {
  const assets = strictView({ icons: assetUrl('icons.svg') });
  const templates = new Map(templateFiles().map(file => [nameOf(file), compile(file)]));
  const labels = { 'zh-CN': strictView(words.labels('zh-CN')), en: strictView(words.labels('en')) };

  return function render(name, view, language) {
    const template = templates.get(name);
    if (!template) throw new Error(`no template "${name}"`);
    const include: Include = (part, partView) => render(part, partView, language);
    return template({ view: strictView(view), words: labels[language], assets, include });
  };
}

function templateFiles(): string[] {
  return readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ejs'));
}

function nameOf(file: string): string {
  return file.slice(0, -'.ejs'.length).replaceAll('\\', '/');
}

function compile(file: string): ejs.TemplateFunction {
  return ejs.compile(readFileSync(path.join(viewsFolder, file), 'utf8'), {
    filename: file,
    strict: true,
    destructuredLocals: ['view', 'words', 'assets', 'include'],
  });
}
