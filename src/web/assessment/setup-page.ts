import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import type { AssessmentBar, Page } from '../page.ts';
import { type Origin, originField } from '../suggestions/origin-field.ts';
import type { TypedSetup } from './setup-form.ts';

export type SetupPage = {
  checklist: Checklist;
  /** Versions that a new assessment can use. */
  choices?: Checklist[];
  typed: TypedSetup;
  faults: Fault[];
  /** Where the form is sent. */
  action: string;
  /** Of the open assessment; null while a new one is set up. */
  bar: AssessmentBar | null;
  /** A final assessment shows its set-up and takes no changes. */
  locked: boolean;
  /** What is stored now, where somebody changed it since the form was opened. */
  conflict?: TypedSetup;
  /** Earlier assessments whose answers can be suggested. */
  origins?: readonly Origin[];
};

type TextField = 'city' | 'unitCode' | 'parentCode' | 'period' | 'referenceDate' | 'due';

export function setupPage(setup: SetupPage, format: Format): Page {
  const { t } = format;
  const isNew = setup.bar === null;
  return {
    template: 'assessment/setup',
    title: isNew ? t('setup.title.new') : t('setup.title.change'),
    section: 'assessments',
    ...(setup.bar ? { assessmentBar: setup.bar } : {}),
    view: {
      title: isNew ? t('setup.title.new') : t('setup.title.change'),
      action: setup.action,
      isNew,
      locked: setup.locked,
      seen: setup.typed.seen,
      conflict: setup.conflict ? conflictView(setup, setup.conflict, format) : null,
      submit: isNew ? t('setup.submit.new') : t('setup.submit.change'),
      checklist: checklistView(setup.checklist, format),
      choices: choiceViews(setup, format),
      errors: setup.faults.map(fault => ({ href: `#${fieldOf(fault)}`, text: messageOf(fault, setup.typed, format) })),
      fields: {
        city: textField('city', setup, format),
        unitCode: textField('unitCode', setup, format),
        parentCode: textField('parentCode', setup, format),
        period: textField('period', setup, format),
        referenceDate: textField('referenceDate', setup, format),
        due: textField('due', setup, format),
      },
      origin: originField(
        { origins: setup.origins ?? [], chosen: setup.typed.origin ?? '', faults: setup.faults },
        format,
      ),
      facts: factFields(setup, format),
      areas: areaFields(setup, format),
      coreOnly: setup.typed.items === 'core',
      scopeError: errorOf('scope', setup, format),
      cap: capField(setup, format),
      bottomLines: bottomLineFields(setup, format),
    },
  };
}

/** The fields that differ, as they are stored now. */
function conflictView({ typed }: SetupPage, stored: TypedSetup, { t }: Format) {
  const names = ['city', 'period', 'referenceDate', 'due', 'unitCode', 'parentCode'] as const;
  const differing = names.filter(name => typed[name] !== stored[name]);
  const known = differing.map(name =>
    t('setup.conflict.field', { field: t(`setup.${name}`), stored: stored[name] || '—' }),
  );
  const [first, second] = [typed, stored].map(({ origin, facts, areas, items, bottomLineCap, bottomLinesOff }) =>
    JSON.stringify([origin, facts, areas, items, bottomLineCap, bottomLinesOff]),
  );
  return { fields: first === second ? known : [...known, t('setup.conflict.choices')] };
}

/** One choice is none. */
function choiceViews({ checklist, choices = [] }: SetupPage, format: Format) {
  return choices.length < 2
    ? []
    : choices.map(choice => ({
        value: choiceOf(choice),
        label: checklistName(choice, format),
        chosen: choiceOf(choice) === choiceOf(checklist),
      }));
}

function choiceOf({ id, version }: Checklist): string {
  return `${id}/${version}`;
}

function checklistName({ version, title, areas }: Checklist, format: Format): string {
  const items = areas.reduce((sum, area) => sum + area.items.length, 0);
  return format.t('setup.checklist', { title: format.text(title), version, areas: areas.length, items });
}

function checklistView(checklist: Checklist, format: Format) {
  const { id, version, about } = checklist;
  return {
    id: choiceOf(checklist),
    name: checklistName(checklist, format),
    about: about ? format.text(about) : '',
    href: `/checklists/${id}/${version}`,
  };
}

function textField(name: TextField, setup: SetupPage, format: Format) {
  const error = errorOf(name, setup, format);
  return {
    name,
    label: format.t(`setup.${name}`),
    hint: format.t(`setup.${name}.hint`),
    value: setup.typed[name],
    type: name === 'referenceDate' || name === 'due' ? 'date' : 'text',
    required: name === 'city' || name === 'period' || name === 'referenceDate',
    error,
  };
}

function factFields({ checklist, typed }: SetupPage, format: Format) {
  return (checklist.facts ?? []).map(({ id, question }) => ({
    name: `fact.${id}`,
    question: format.text(question),
    choices: ['yes', 'no', ''].map(value => ({
      value,
      label: format.t(`setup.fact.${value || 'open'}`),
      checked: (typed.facts[id] ?? '') === value,
    })),
  }));
}

function areaFields({ checklist, typed }: SetupPage, format: Format) {
  return checklist.areas.map(({ id, code, title }) => ({
    id,
    label: `${code} ${format.text(title)}`,
    checked: typed.areas.includes(id),
  }));
}

function capField({ checklist, typed }: SetupPage, format: Format) {
  const cap = checklist.grades.find(grade => grade.id === checklist.bottomLine?.cap);
  return cap
    ? {
        on: typed.bottomLineCap === 'on',
        label: format.t('setup.cap', { grade: `${cap.id} ${format.text(cap.label)}` }),
      }
    : null;
}

function bottomLineFields({ checklist, typed }: SetupPage, format: Format) {
  return itemsOf(checklist)
    .filter(item => item.bottomLine)
    .map(({ id, code, title }) => ({
      id,
      label: `${code} ${format.text(title)}`,
      off: typed.bottomLinesOff.includes(id),
    }));
}

function errorOf(field: string, { faults, typed }: SetupPage, format: Format): string | null {
  const fault = faults.find(({ path }) => path[0] === field);
  return fault ? messageOf(fault, typed, format) : null;
}

function fieldOf({ path }: Fault): string {
  return String(path[0]);
}

/** Own words for what people type; a fault elsewhere comes from a form that was tampered with and keeps its plain message. */
function messageOf(fault: Fault, typed: TypedSetup, { t, text }: Format): string {
  const field = fieldOf(fault);
  switch (field) {
    case 'city':
    case 'period':
      return t(`setup.error.${field}`);
    case 'unitCode':
    case 'parentCode':
    case 'referenceDate':
    case 'due':
      return typed[field].trim() === ''
        ? t('setup.error.date-missing')
        : t(`setup.error.${field}`, { typed: typed[field] });
    case 'scope':
      return t('setup.error.scope');
    default:
      return text(fault.message);
  }
}
