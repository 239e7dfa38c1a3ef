/** Mends the page from the server's answer, around what is being typed. */

import { replaceKeeping } from './area-joining.js';
import { controlsOf, isAs } from './item-fields.js';

/** `whole` where the fields themselves changed: cleared, or another version taken. @param {HTMLElement} card @param {Document} page @param {{ sent: URLSearchParams, whole: boolean }} how */
export function mendPage(card, page, { sent, whole }) {
  const fresh = page.querySelector('[data-part="card"]');
  if (!(fresh instanceof HTMLElement)) return;
  // What somebody else saved stands in fields that were not touched here.
  const goBack = fresh.dataset.replace === undefined ? undefined : replaceKeeping(card, fresh, sent);
  if (!goBack && whole) replaceWhole(card, fresh);
  else if (!goBack) mend(card, fresh, sent);
  for (const name of ['areas', 'progress', 'rail', 'suggested']) {
    const [old, now] = [document, page].map(from => from.querySelector(`[data-part="${name}"]`));
    if (old instanceof HTMLElement && now instanceof HTMLElement) mend(old, now, sent);
  }
  const next = document.querySelector('[data-part="progress"]')?.getAttribute('data-next');
  for (const other of cards()) other.classList.toggle('is-next', other.dataset.code === next);
  document.dispatchEvent(new Event('mended'));
  goBack?.();
}

/** Whoever chose from a list stays at that list. @param {HTMLElement} card @param {HTMLElement} fresh */
function replaceWhole(card, fresh) {
  const name = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : '';
  card.replaceWith(fresh);
  const same = name && fresh.querySelector(`select[name="${CSS.escape(name)}"]`);
  if (same instanceof HTMLElement) {
    same.closest('details')?.setAttribute('open', '');
    same.focus();
    return;
  }
  fresh.tabIndex = -1;
  fresh.focus();
}

/** Replaces a part unless somebody is in it or has typed on; then only what can be mended inside. @param {HTMLElement} old @param {HTMLElement} fresh @param {URLSearchParams} sent */
function mend(old, fresh, sent) {
  const pressed = buttonPressedIn(old);
  if (pressed) {
    old.replaceWith(fresh);
    focusAgain(fresh, pressed);
    return;
  }
  if (!old.contains(document.activeElement) && isAs(old, sent)) {
    for (const details of old.querySelectorAll('details[data-key][open]')) {
      const twin = fresh.querySelector(`details[data-key="${details.getAttribute('data-key')}"]`);
      if (twin?.className === details.className) twin.setAttribute('open', '');
    }
    // That it was joined stays to be read while the next run of cells is saved.
    if (old.querySelector(':scope > .is-joined') && !fresh.firstElementChild) return;
    old.replaceWith(fresh);
    return;
  }
  if (old.dataset.part !== 'card') old.className = fresh.className;
  if (fresh.dataset.next !== undefined) old.dataset.next = fresh.dataset.next;
  mendAttributes(old, fresh);
  for (const part of partsOf(old)) {
    const twin = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (twin instanceof HTMLElement) mend(part, twin, sent);
    else if (part.dataset.record) removeRecord(part);
  }
}

/** In a part that nobody types in: what was refused is said beside the button that was pressed. @param {HTMLElement} part */
function buttonPressedIn(part) {
  const active = document.activeElement;
  const isPressed = active instanceof HTMLButtonElement && active.name !== '' && part.contains(active);
  return isPressed && controlsOf(part).length === 0 ? active : undefined;
}

/** @param {HTMLElement} part @param {HTMLButtonElement} pressed */
function focusAgain(part, pressed) {
  const same = part.querySelector(`button[name="${CSS.escape(pressed.name)}"]`);
  if (!(same instanceof HTMLElement)) part.tabIndex = -1;
  (same instanceof HTMLElement ? same : part).focus();
}

/** @param {HTMLElement} old @param {HTMLElement} fresh */
function mendAttributes(old, fresh) {
  const elements = new Map([...fresh.querySelectorAll('[data-classes]')].map(twin => [classesKey(twin), twin]));
  for (const element of old.querySelectorAll('[data-classes]')) {
    const twin = elements.get(classesKey(element));
    if (twin) element.className = twin.className;
  }
  const controls = new Map([...controlsOf(fresh)].map(twin => [twin.name, twin]));
  for (const control of controlsOf(old)) {
    const twin = controls.get(control.name);
    if (control.type === 'hidden' && twin) control.value = twin.value;
    control.toggleAttribute('aria-invalid', false);
    if (twin?.getAttribute('aria-invalid')) control.setAttribute('aria-invalid', 'true');
    const described = twin?.getAttribute('aria-describedby');
    if (described) control.setAttribute('aria-describedby', described);
  }
}

/** @param {Element} element */
function classesKey(element) {
  return element.getAttribute('data-classes');
}

/** @param {HTMLElement} record */
function removeRecord(record) {
  const add = record.closest('.item-card')?.querySelector('.evidence-new > summary');
  const hadFocus = record.contains(document.activeElement);
  const list = record.parentElement;
  record.remove();
  if (list?.childElementCount === 0) list.remove();
  if (hadFocus && add instanceof HTMLElement) add.focus();
}

/** @returns {HTMLElement[]} */
export function cards() {
  return [...document.querySelectorAll('.item-card')].flatMap(card => (card instanceof HTMLElement ? [card] : []));
}

/** The parts directly within a part. @param {HTMLElement} part @returns {HTMLElement[]} */
function partsOf(part) {
  return [...part.querySelectorAll('[data-part]')].flatMap(inner =>
    inner instanceof HTMLElement && inner.parentElement?.closest('[data-part]') === part ? [inner] : [],
  );
}
