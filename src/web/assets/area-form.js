/** Saves each item of an area as soon as it changes. */

import { cards, mendPage } from './area-mending.js';
import { check, fieldsOf, giveId, isAs } from './item-fields.js';

/** @typedef {{ name: string, value: string, sent: URLSearchParams }} Pressed A button that decides something, with the fields as they stood then. */
/** @typedef {{ busy: boolean, dirty: boolean, waiting: boolean, pressed: Pressed | undefined, retry: number | undefined }} Saving */

const form = document.querySelector('form#area-form');
const pause = 1_500;
const saveStatus = document.querySelector('#save-status');
/** @type {Map<string, Saving>} */
const savings = new Map();

if (form instanceof HTMLFormElement && !form.querySelector(':scope > fieldset:disabled')) {
  document.documentElement.classList.add('scripted');
  form.addEventListener('input', event => typed(event.target));
  form.addEventListener('change', event => changed(event.target));
  form.addEventListener('focusout', event => left(event.target, event.relatedTarget));
  form.addEventListener('submit', submitted);
  addEventListener('online', saveAll);
  addEventListener('beforeunload', event => {
    if ([...savings.values()].some(({ busy, dirty }) => busy || dirty)) event.preventDefault();
  });
}

/** @param {EventTarget | null} target */
function typed(target) {
  const card = cardOf(target);
  if (!card || !(target instanceof HTMLElement)) return;
  if (target.matches('[name$=":number"], [name*=":cell:"]')) check(card, 'scored');
  giveId(target.closest('[data-record]'));
  savingOf(card).dirty = true;
  if (!savingOf(card).busy) show(card, 'typing', 'is-unsaved');
}

/** A record of evidence is saved when it is left, so that nobody is told off for the fields still to come. @param {EventTarget | null} target */
function changed(target) {
  const card = cardOf(target);
  if (!card || !(target instanceof HTMLElement)) return;
  savingOf(card).dirty = true;
  if (target.closest('.matrix')) saveSoon(card);
  else if (!target.closest('[data-record]') || target.matches('[name$=":remove"]')) save(card);
}

/** A table is filled in cell by cell: one change of the record for a run of cells, when there is a pause or it is left. @param {HTMLElement} card */
function saveSoon(card) {
  const saving = savingOf(card);
  clearTimeout(saving.retry);
  saving.retry = setTimeout(() => save(cardNamed(card.dataset.item) ?? card), pause);
}

/** @param {EventTarget | null} from @param {EventTarget | null} to */
function left(from, to) {
  const card = cardOf(from);
  if (card?.inert) return;
  const record = from instanceof Element ? from.closest('[data-record], .matrix') : null;
  if (!card || !record || (to instanceof Node && record.contains(to))) return;
  // The button sends the whole card itself.
  if (to instanceof HTMLButtonElement && to.name && cardOf(to) === card) return;
  if (savingOf(card).dirty) save(card);
}

/** @param {SubmitEvent} event */
function submitted(event) {
  event.preventDefault();
  const button = event.submitter instanceof HTMLButtonElement && event.submitter.name ? event.submitter : undefined;
  const card = cardOf(button ?? null);
  if (card) save(card, button);
  else saveAll();
}

function saveAll() {
  for (const card of cards()) if (savingOf(card).dirty) save(card);
}

/** @param {HTMLElement} card @param {HTMLButtonElement} [button] */
function save(card, button) {
  const decides = button && button.name !== 'save';
  return send(card, decides ? { name: button.name, value: button.value, sent: fieldsOf(card, button) } : undefined);
}

/** One save at a time for an item; what was typed or pressed meanwhile follows. @param {HTMLElement} card @param {Pressed} [pressed] */
async function send(card, pressed) {
  const saving = savingOf(card);
  clearTimeout(saving.retry);
  if (saving.busy) {
    saving.waiting = true;
    saving.pressed = pressed ?? saving.pressed;
    return;
  }
  saving.busy = true;
  show(card, 'saving', '');
  const sent = pressed?.sent ?? fieldsOf(card);
  const response = await post(card.dataset.item ?? '', sent);
  saving.busy = false;
  if (response?.page) {
    const there = cardNamed(card.dataset.item) ?? card;
    saving.dirty = response.status !== 200 || !isAs(there, sent);
    const { page, status: code } = response;
    announce(code === 200 ? 'saved' : 'problem', card, page.querySelector('[data-part="state"]')?.textContent ?? '');
    const replaced = pressed !== undefined || (usesRecord(sent) && isAs(there, sent));
    mendPage(there, page, { sent, whole: code === 200 && replaced });
    showAll();
    follow(saving, cardNamed(card.dataset.item) ?? there);
    return;
  }
  saving.dirty = true;
  saving.waiting = false;
  const passing = response === undefined || response.status >= 500;
  show(card, passing ? 'offline' : 'refused', 'is-conflict');
  const again = () => send(card, pressed && { ...pressed, sent: fieldsOf(card, pressed) });
  if (passing) saving.retry = setTimeout(again, 5_000);
}

/** @param {Saving} saving @param {HTMLElement} card */
function follow(saving, card) {
  const { waiting, pressed, dirty } = saving;
  saving.waiting = false;
  saving.pressed = undefined;
  if (waiting && (pressed || dirty)) send(card, pressed);
}

/** Whether a record was chosen from the register: its row is new on the page. @param {URLSearchParams} sent */
function usesRecord(sent) {
  return [...sent].some(([name, value]) => name.endsWith(':use') && value !== '');
}

/** Undefined when the program could not be reached. @param {string} item @param {URLSearchParams} body */
async function post(item, body) {
  try {
    const response = await fetch(`${form?.getAttribute('data-items')}${encodeURIComponent(item)}`, {
      method: 'POST',
      body,
    });
    const answered = [200, 412, 422].includes(response.status);
    const page = answered ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
    return { status: response.status, page };
  } catch {
    return undefined;
  }
}

/** @param {HTMLElement} card @param {string} word @param {string} look */
function show(card, word, look) {
  for (const state of card.querySelectorAll('[data-part="state"]')) {
    state.className = `saved-state ${look}`;
    state.textContent = form?.getAttribute(`data-${word}`) ?? '';
  }
  if (look === 'is-conflict') announce(word, card, '');
  showAll();
}

/** The strip is always on screen: it never says that all is saved while something is not. */
function showAll() {
  const unsaved = cards().filter(card => savingOf(card).busy || savingOf(card).dirty);
  const strip = document.querySelector('#all-saved');
  if (!strip || unsaved.length === 0) return;
  strip.className = 'saved-state with-script is-unsaved';
  const codes = unsaved.map(card => card.dataset.code ?? '').join(' ');
  strip.textContent = (form?.getAttribute('data-unsaved') ?? '').replace('{codes}', codes);
}

/** @param {string} word @param {HTMLElement} card @param {string} state */
function announce(word, card, state) {
  const text = form?.getAttribute(`data-${word}`) ?? '';
  if (saveStatus)
    saveStatus.textContent = text.replace('{code}', card.dataset.code ?? '').replace('{state}', state.trim());
}

/** @param {HTMLElement} card @returns {Saving} */
function savingOf(card) {
  const item = card.dataset.item ?? '';
  const saving = savings.get(item) ?? {
    busy: false,
    dirty: false,
    waiting: false,
    pressed: undefined,
    retry: undefined,
  };
  savings.set(item, saving);
  return saving;
}

/** @param {EventTarget | null} target */
function cardOf(target) {
  const card = target instanceof Element ? target.closest('.item-card') : null;
  return card instanceof HTMLElement ? card : undefined;
}

/** @param {string | undefined} item */
function cardNamed(item) {
  return cards().find(card => card.dataset.item === item);
}
