/** A card that was joined with what somebody else saved: the fresh one comes whole, with what was typed on meanwhile put back into it. */

import { controlsOf, isOn } from './item-fields.js';

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** Says where to put the focus once the page is mended. @param {HTMLElement} card @param {HTMLElement} fresh @param {URLSearchParams} sent @returns {() => void} */
export function replaceKeeping(card, fresh, sent) {
  const typedOn = [...controlsOf(card)].filter(control => isTypedOn(control, sent));
  const focused = [...controlsOf(card)].find(control => control === document.activeElement);
  for (const control of typedOn) putBack(control, fresh);
  const twin = focused && twinOf(focused, fresh);
  const place = focused && caretOf(focused);
  openAsIn(card, fresh);
  const hadFocus = card.contains(document.activeElement);
  // Taking a field away tells that it was left; there is nothing to save of the old card.
  card.inert = true;
  card.replaceWith(fresh);
  return () => {
    if (twin) focusAt(twin, place);
    else if (hadFocus) focusCard(fresh);
  };
}

/** @param {Control} control @param {URLSearchParams} sent */
function isTypedOn(control, sent) {
  if (!control.name || control.type === 'hidden') return false;
  const value = sent.get(control.name);
  if (control.type === 'checkbox') return isOn(control) !== (value !== null);
  return isOn(control) && control.value !== (value ?? '');
}

/** @param {Control} control @param {HTMLElement} fresh */
function putBack(control, fresh) {
  const twin = twinOf(control, fresh);
  if (!twin) return;
  if (twin instanceof HTMLInputElement && ['radio', 'checkbox'].includes(twin.type)) twin.checked = isOn(control);
  else twin.value = control.value;
  const [from, to] = [control, twin].map(one => idIn(one.closest('[data-record]')));
  if (from && to && !to.value) to.value = from.value;
}

/** The same field on the fresh card. A record is the same by its id; one that is not there any more goes into the blank. @param {Control} control @param {HTMLElement} fresh @returns {Control | undefined} */
function twinOf(control, fresh) {
  const record = control.closest('[data-record]');
  const id = idIn(record)?.value;
  const records = [...fresh.querySelectorAll('[data-record]')];
  const same = records.find(one => id && idIn(one)?.value === id) ?? fresh.querySelector('.evidence-new');
  const key = record?.getAttribute('data-record');
  const name = key ? control.name.replace(`:${key}:`, `:${same?.getAttribute('data-record')}:`) : control.name;
  return [...controlsOf(fresh)].find(
    twin => twin.name === name && (twin.type !== 'radio' || twin.value === control.value),
  );
}

/** @param {Element | null} record */
function idIn(record) {
  const id = record?.querySelector('[name$=":id"]');
  return id instanceof HTMLInputElement ? id : undefined;
}

/** @param {Control} control */
function caretOf(control) {
  const { type } = control;
  return control instanceof HTMLSelectElement || !['text', 'textarea'].includes(type)
    ? undefined
    : { start: control.selectionStart ?? 0, end: control.selectionEnd ?? 0 };
}

/** @param {Control} control @param {{ start: number, end: number } | undefined} place */
function focusAt(control, place) {
  for (let around = control.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.setAttribute('open', '');
  control.focus({ preventScroll: true });
  if (place && !(control instanceof HTMLSelectElement)) control.setSelectionRange(place.start, place.end);
}

/** @param {HTMLElement} card */
function focusCard(card) {
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

/** @param {HTMLElement} card @param {HTMLElement} fresh */
function openAsIn(card, fresh) {
  for (const details of card.querySelectorAll('details[data-key][open]:not([data-record])'))
    fresh
      .querySelector(`details[data-key="${details.getAttribute('data-key')}"]:not([data-record])`)
      ?.setAttribute('open', '');
}
