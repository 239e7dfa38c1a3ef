import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Area, Checklist, Lens } from '#checklist/checklist-schema.ts';
import { type Draft, headPartSchema } from '#checklist/draft.ts';
import { missingEnglish } from '#checklist/missing-english.ts';
import { type PublishRefusal, suggestVersion } from '#checklist/publish-draft.ts';
import type { Fault } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { faultAddress, faultPlace } from './fault-address.ts';
import { untranslatedPages } from './untranslated-pages.ts';

export type DraftPage = {
  draft: Draft;
  newest: Checklist | undefined;
  /** Of the whole checklist. */
  faults: Fault[];
  /** Why publishing was refused, and the version that was typed. */
  refused?: { refusal: PublishRefusal; version: string };
  saved?: boolean;
};

/** A draft as a whole: what is in it, what is in the way of publishing, and publishing. */
export function draftPage({ draft, newest, faults, refused, saved = false }: DraftPage, format: Format): Page {
  const { t, text } = format;
  const { id, rev, checklist } = draft;
  const base = `/checklist-drafts/${id}`;
  const { step, least } = suggestVersion(checklist, newest);
  return {
    template: 'checklist-editor/draft',
    title: text(checklist.title),
    section: 'checklists',
    view: {
      title: text(checklist.title),
      facts: t('editor.draft.facts', {
        ...{ id, areas: checklist.areas.length, items: itemsOf(checklist).length },
        at: format.dayAndTime(draft.at),
      }),
      saved,
      base,
      rev: String(rev),
      faults: faults.slice(0, faultsShown).map(fault => ({
        href: faultAddress(fault, checklist),
        text: faultWords(fault, checklist, format),
      })),
      moreFaults: faults.length > faultsShown ? t('editor.faults.more', { count: faults.length - faultsShown }) : null,
      faultsHeading: t('editor.faults', { count: faults.length }),
      refusal: refused ? refusalWords(refused.refusal, format) : null,
      head: headPartSchema.options.map(part => ({
        href: `${base}/head/${part}`,
        name: t(`editor.part.${part}`),
        facts: headFacts(part, checklist, format),
      })),
      lenses: checklist.lenses.map(lens => lensView(lens, checklist, base, format)),
      areas: checklist.areas.map(area => areaView(area, base, format)),
      publish: {
        warnings: warningsOf(checklist, format),
        untranslated: untranslatedPages(checklist, format),
        open: faults.length === 0 && step !== 'none',
        version: refused?.version ?? least,
        error: refused && isAboutVersion(refused.refusal) ? refusalWords(refused.refusal, format) : null,
        step: t(`editor.step.${step}`, { version: newest?.version ?? '', least }),
      },
    },
  };
}

const faultsShown = 100;

function isAboutVersion({ reason }: PublishRefusal): boolean {
  return reason === 'version-form' || reason === 'version-low';
}

function refusalWords(refusal: PublishRefusal, { t }: Format): string {
  return refusal.reason === 'version-low'
    ? t('editor.refused.version-low', { least: refusal.least })
    : t(`editor.refused.${refusal.reason}`);
}

function faultWords(fault: Fault, checklist: Checklist, { t, text }: Format): string {
  const { code, part, role } = faultPlace(fault, checklist);
  const place = part === null ? code : t(part === 'lenses' ? 'editor.lenses' : `editor.part.${part}`);
  const label = role ? t('editor.fault.role', { place, role: t(`in-use.role.${role}`) }) : place;
  return t('editor.fault', { label: label || t('editor.areas'), message: text(fault.message) });
}

function headFacts(part: keyof typeof counters, checklist: Checklist, { t }: Format): string {
  return t('editor.entries', { count: counters[part](checklist) });
}

const counters = {
  about: ({ readingRules = [] }: Checklist) => readingRules.length,
  scale: ({ scale }: Checklist) => scale.levels.length,
  grades: ({ grades }: Checklist) => grades.length,
  departments: ({ departments = [] }: Checklist) => departments.length,
  sources: ({ sources = [] }: Checklist) => sources.length,
  facts: ({ facts = [] }: Checklist) => facts.length,
};

/** What may be published and is probably not meant. */
function warningsOf(checklist: Checklist, { t, text }: Format): string[] {
  const { texts, missing } = missingEnglish(checklist);
  return [
    ...checklist.areas
      .filter(({ items }) => items.length === 0)
      .map(({ code, title }) => t('editor.warn.empty-area', { area: `${code} ${text(title)}` })),
    ...(missing > 0 ? [t('editor.warn.english', { texts, count: missing })] : []),
  ];
}

function lensView(lens: Lens, { lenses }: Checklist, base: string, { t, text }: Format) {
  const titleOf = (id: string) => text(lenses.find(other => other.id === id)?.title ?? { zh: id });
  return {
    href: `${base}/lenses/${lens.id}`,
    name: text(lens.title),
    facts:
      'groups' in lens
        ? t('editor.lens.facts', { count: lens.groups.length })
        : t('editor.lens.crossed.facts', { rows: titleOf(lens.rows), columns: titleOf(lens.columns) }),
  };
}

function areaView(area: Area, base: string, { t, text }: Format) {
  const href = `${base}/areas/${area.id}`;
  return {
    id: `area-${area.id}`,
    href,
    title: `${area.code} ${text(area.title)}`,
    facts: t('editor.area.facts', { weight: area.weight, items: area.items.length }),
    newItem: `${href}/new-item`,
    items: area.items.map(item => ({
      href: `${href}/items/${item.id}`,
      code: item.code,
      title: text(item.title),
      kind: t(`checklist.kind.${item.kind}`),
      weight: String(item.weight),
      bottomLine: item.bottomLine !== undefined,
      core: item.core === true,
    })),
    kinds: (['maturity', 'metric', 'deduction', 'yes-no', 'matrix'] as const).map(value => ({
      value,
      label: t(`checklist.kind.${value}`),
    })),
    kindId: `kind-${area.id}`,
  };
}
