import type { Draft } from '#checklist/draft.ts';
import type { Fault } from '#shared/fault.ts';
import { cleanText } from '#shared/plain-text.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type InUse, inUseView } from './in-use-view.ts';
import type { Section } from './part-sections.ts';
import { faultLinks, labelsOf, sectionViews } from './section-view.ts';
import type { TypedPart } from './typed-part.ts';

export type PartPage = {
  draft: Draft;
  title: string;
  /** Where the form is sent. */
  action: string;
  sections: Section[];
  typed: TypedPart;
  /** Marks the stored part that the form was made from; empty for a new one. */
  seen: string;
  faults: Fault[];
  advice: Fault[];
  more?: string | undefined;
  /** What is stored now, where somebody saved since the form was opened. */
  conflict?: TypedPart | undefined;
  /** Why the part was not removed: somebody changed it meanwhile, or something is still in it. */
  notRemoved?: string | undefined;
  /** Items name or pictures show what was taken out: it goes only when that is confirmed, with the form that was sent. */
  inUse?: (InUse & { sent: 'save' | 'remove' }) | undefined;
  remove?: { action: string; hint: string; allowed: boolean } | undefined;
  /** Beside the fields, such as the kind of a new item. */
  fixed?: { name: string; value: string; text: string } | undefined;
};

/** One part of a draft as a form: a page of the head, an area or an item. */
export function partPage(part: PartPage, format: Format): Page {
  const { t } = format;
  const { sections, typed, faults, advice, more } = part;
  const filled = { typed, faults, advice, more };
  return {
    template: 'checklist-editor/part',
    title: `${part.title} - ${format.text(part.draft.checklist.title)}`,
    section: 'checklists',
    view: {
      title: part.title,
      back: { href: `/checklist-drafts/${part.draft.id}`, text: format.text(part.draft.checklist.title) },
      action: part.action,
      seen: part.seen,
      fixed: part.fixed ?? null,
      errors: faultLinks(sections, filled, format),
      notRemoved: part.notRemoved ?? null,
      conflict: part.conflict ? conflictRows(part, part.conflict, format) : null,
      inUse: part.inUse
        ? {
            ...inUseView(part.inUse, format),
            form: part.inUse.sent === 'save' ? 'part' : 'remove',
            confirm: t(part.inUse.sent === 'save' ? 'in-use.confirm' : 'in-use.confirm.remove'),
          }
        : null,
      sections: sectionViews(sections, filled, format),
      contents: sections.length > 3 ? sections.map(({ id, title }) => ({ href: `#${id}`, title })) : [],
      advised: advice.length > 0 ? t('editor.advice', { count: advice.length }) : null,
      remove: part.remove ?? null,
    },
  };
}

/** Whether it is stored as it was typed, as after a second press or a form that was sent again. */
export function isStoredSo(part: Pick<PartPage, 'sections' | 'typed'>, stored: TypedPart): boolean {
  return differingNames(part, stored).length === 0;
}

/** What differs, as it is stored and as it was typed. */
function conflictRows({ typed, sections, more }: PartPage, stored: TypedPart, format: Format) {
  const labels = labelsOf(sections, { typed: new Map([...stored, ...typed]), more }, format);
  return differingNames({ typed, sections }, stored).map(name => ({
    label: labels.get(name) ?? name,
    stored: stored.get(name) || format.t('editor.empty'),
    mine: typed.get(name) || format.t('editor.empty'),
  }));
}

/** Without what nobody types: hidden fields, and ids that are made up where they are left empty. */
function differingNames({ sections, typed }: Pick<PartPage, 'sections' | 'typed'>, stored: TypedPart): string[] {
  const hidden = new Set(
    sections.flatMap(({ rows }) =>
      (rows?.columns ?? []).flatMap(({ name, kind }) => (kind === 'hidden' ? [`${rows?.name} ${name}`] : [])),
    ),
  );
  const isHidden = (name: string) => hidden.has(name.replace(/\.\d+\./, ' '));
  const text = (of: TypedPart, name: string) => cleanText(of.get(name) ?? '');
  const isMadeUp = (name: string) => /(^|\.)id$/.test(name) && text(typed, name) === '';
  return [...new Set([...stored.keys(), ...typed.keys()])].filter(
    name => !isHidden(name) && !isMadeUp(name) && text(stored, name) !== text(typed, name),
  );
}
