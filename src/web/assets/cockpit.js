/** The cockpit and the scribe's page with scripts: forms without a new page, the state as it changes, single keys. */

import { readTimers } from './count-down.js';
import { keepLive } from './live-page.js';

const room = document.querySelector('#room');
const stored = 'rencheng-cockpit-keys';
const clockMs = 60_000;
/** @type {Element | undefined} */
let scrolled;

if (room instanceof HTMLElement) {
  document.documentElement.classList.add('scripted');
  const live = keepLive(room, shown);
  shown();
  // The clock goes on while nobody presses anything.
  setInterval(live.refresh, clockMs);
  document.addEventListener('submit', event => submitted(event, live));
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', event => clicked(event, live));
  document.addEventListener('change', switched);
}

function shown() {
  readTimers();
  showCurrent();
  const keysOn = document.querySelector('#keys-on');
  if (keysOn instanceof HTMLInputElement) keysOn.checked = areKeysOn();
  const state = document.querySelector('.step-line [aria-current]')?.textContent ?? '';
  const code = document.querySelector('[data-part="now"] .item-code')?.textContent ?? '';
  const status = document.querySelector('#live-status');
  if (status && status.textContent !== `${code} ${state}`) status.textContent = `${code} ${state}`;
}

/** The list scrolls in itself: the item on the table is brought into sight whenever the list was made anew. */
function showCurrent() {
  const current = document.querySelector('.agenda-list .is-current');
  const list = current?.closest('ol');
  if (!current || !list || list === scrolled) return;
  scrolled = list;
  const above = current.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += above - list.clientHeight / 3;
}

/** @param {SubmitEvent} event @param {{ show: (page: Document) => void }} live */
async function submitted(event, live) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || 'plain' in form.dataset) return;
  event.preventDefault();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') body.append(name, value);
  // Tapped twice it is sent once; the next step, which the stream may show before the answer is here, is another one.
  const seen = body.get('expectedRev') ?? 'on';
  if (form.dataset.busy === seen) return;
  form.dataset.busy = seen;
  const page = await post(form.action, body);
  if (form.dataset.busy === seen) delete form.dataset.busy;
  if (!page) {
    showOffline();
    return;
  }
  if (!page.document.querySelector('#room')) {
    say(page.document);
    return;
  }
  if (page.ok) presentForm(form).reset();
  live.show(page.document);
  const notice = document.querySelector('#refused, [data-part="record"] .notice');
  if (!page.ok && notice instanceof HTMLElement) {
    notice.tabIndex = -1;
    notice.focus();
  }
}

/** The stream may have put another one in its place meanwhile. @param {HTMLFormElement} form */
function presentForm(form) {
  const present = form.id ? document.getElementById(form.id) : form;
  return present instanceof HTMLFormElement ? present : form;
}

/** What a page says that is not this one: why something was refused. @param {Document} page */
function say(page) {
  const notice = document.querySelector('#said');
  const texts = [...page.querySelectorAll('main h1, main p')].map(({ textContent }) => textContent?.trim() ?? '');
  const place = notice?.querySelector('p');
  if (!(notice instanceof HTMLElement) || !place) return;
  place.textContent = texts.join(' ');
  notice.hidden = false;
  notice.focus();
}

/** Undefined when the program could not be reached. @param {string} address @param {URLSearchParams} body */
async function post(address, body) {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'text/html' } });
    return { ok: response.ok, document: new DOMParser().parseFromString(await response.text(), 'text/html') };
  } catch {
    return undefined;
  }
}

/**
 * A mouse leaves the focus on what it pressed, where the space bar would press it again.
 * @param {MouseEvent} event @param {{ show: (page: Document) => void }} live
 */
function clicked(event, live) {
  const link = event.target instanceof Element ? event.target.closest('a[data-within]') : null;
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    follow(link, live);
  }
  const target = event.target instanceof Element ? event.target.closest('button') : null;
  if (target && event.detail > 0) target.blur();
}

/**
 * To another state of the same page, which keeps what is typed on it.
 * @param {HTMLAnchorElement} link @param {{ show: (page: Document) => void }} live
 */
async function follow(link, live) {
  try {
    const response = await fetch(link.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!page.querySelector('#room')) return location.assign(link.href);
    live.show(page);
    if (link.hash) goTo(link);
  } catch {
    showOffline();
  }
}

/** @param {Event} event */
function switched({ target }) {
  if (target instanceof HTMLInputElement && target.id === 'keys-on')
    localStorage.setItem(stored, target.checked ? 'on' : 'off');
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (!areKeysOn() || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isBusy(event)) return;
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  if (press(key)) event.preventDefault();
}

/** Typing, and the space bar on something that it presses itself. @param {KeyboardEvent} event */
function isBusy({ target, key }) {
  if (!(target instanceof Element)) return false;
  if (target.matches('input, textarea, select')) return true;
  return key === ' ' && target.matches('button, a, summary');
}

/** @param {string} key */
function press(key) {
  if (key === 'f') return toggleFullScreen();
  if (key === '?') return showKeys();
  const wanted = CSS.escape(key);
  const control = document.querySelector(`#room [data-press="${wanted}"], #room [data-also="${wanted}"]`);
  if (control instanceof HTMLButtonElement && !control.disabled) control.click();
  else if (control instanceof HTMLAnchorElement) goTo(control);
  else return false;
  return true;
}

/** The form that records, ready to be typed in. @param {HTMLAnchorElement} link */
function goTo(link) {
  const place = document.querySelector(link.hash);
  (place?.querySelector('details') ?? place?.closest('details'))?.setAttribute('open', '');
  place?.scrollIntoView({ block: 'start' });
  const field = place?.querySelector('input:checked, input:not([type="hidden"])') ?? place;
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
  return true;
}

function showKeys() {
  const keys = document.querySelector('#keys');
  keys?.scrollIntoView({ block: 'center' });
  return true;
}

function areKeysOn() {
  return localStorage.getItem(stored) !== 'off';
}

function showOffline() {
  const notice = document.querySelector('#offline');
  if (notice instanceof HTMLElement) notice.hidden = false;
}
