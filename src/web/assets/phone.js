/** A participant's phone: shows the state of the workshop as it changes, and never takes the vote form from under the finger. */

import { openLiveStream } from './live-stream.js';
import { forgetDraft, keepDrafts, restoreDrafts } from './phone-drafts.js';
import { receipt, say, words } from './phone-messages.js';
import { readTimer, setTimer } from './phone-timer.js';
import { voteSender } from './phone-vote.js';

const base = `/api/v1/w/${words.code ?? ''}`;
/** @satisfies {Record<import('./phone-vote.js').Progress, string>} */
const looks = {
  sending: 'is-quiet',
  retrying: 'is-stop',
  trouble: 'is-stop',
  paused: 'is-stop',
  counted: '',
  refused: 'is-stop',
  faulty: 'is-stop',
  gone: 'is-stop',
};
const parts = ['#phone-head', '#phone-screen', '#phone-receipt'];
/** After a change of screen a tap was meant for the one before. */
const settleMs = 400;

let isLoading = false;
let isStale = false;
let isOffline = false;

const votes = voteSender(base, voteMoved);
document.addEventListener('submit', submitted);
document.addEventListener('click', ignoreEarly, { capture: true });
document.addEventListener('change', reasonChanged);
readTimer();
openLiveStream(base, '?role=participant', {
  state: stateArrived,
  gone: () => location.reload(),
  trouble: isTroubled => say(isTroubled ? words.stalled : '', 'is-stop'),
  online: isOnline => {
    if (isOnline === !isOffline) return;
    isOffline = !isOnline;
    say(isOnline ? '' : words.offline, 'is-stop');
  },
});

/** @param {Record<string, any>} state */
function stateArrived(state) {
  if (keyOf(state) !== screen()?.dataset.key) return load();
  setTimer(state.timer);
  const form = voteForm();
  if (form && state.own && !votes.isBusy()) countedAs(form, String(state.own.value));
}

/** Another phone of the department may have voted for it. @param {HTMLFormElement} form @param {string} value */
function countedAs(form, value) {
  if (form.querySelector('.vote-button[aria-pressed="true"]')?.getAttribute('value') === value) return;
  markOwn(form, value);
  tell('counted', value);
}

/** As `screenKey` makes it. @param {Record<string, any>} state */
function keyOf({ workshop, item, round, state, record }) {
  return [workshop, item ?? '', round, state ?? '', record?.version ?? 0].join(' ');
}

/** The page as it is now, in place of the one that is shown. A vote under way is settled first. */
async function load() {
  isStale = true;
  if (isLoading || votes.isBusy()) return;
  isLoading = true;
  while (isStale) {
    isStale = false;
    const page = await pageAt(fetch(location.pathname, { cache: 'no-store' }));
    if (!page) break;
    swap(page);
  }
  isLoading = false;
  if (isStale) setTimeout(load, 2_000);
}

/** A page that the program failed to make is none: the one that is shown stays. @param {Promise<Response>} request @returns {Promise<Document | undefined>} */
async function pageAt(request) {
  try {
    const response = await request;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.status < 500 || page.querySelector('#phone-screen')) return page;
  } catch {
    // Nothing came: as if it had failed.
  }
  isStale = true;
  return undefined;
}

/** @param {Document} page */
function swap(page) {
  if (!page.querySelector('#phone-screen')) return location.reload();
  keepDrafts();
  const before = screen()?.dataset.key;
  for (const selector of parts) {
    const fresh = page.querySelector(selector);
    if (fresh) document.querySelector(selector)?.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  restoreDrafts();
  readTimer();
  if (before === screen()?.dataset.key) return;
  settle();
  say(screen()?.dataset.announce ?? '', 'is-spoken');
  scrollTo(0, 0);
}

/** @param {SubmitEvent} event */
async function submitted(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
  if (form.id === 'vote-form') {
    event.preventDefault();
    return vote(form, button?.value ?? '');
  }
  if (!form.matches('[data-live]')) return;
  event.preventDefault();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') body.append(name, value);
  say(words.sending, '');
  const page = await pageAt(fetch(form.action, { method: 'POST', body }));
  if (!page) return say(words.offline, 'is-stop');
  for (const field of form.querySelectorAll('textarea')) forgetDraft(field);
  say('', '');
  swap(page);
}

/** @param {HTMLFormElement} form @param {string} value */
function vote(form, value) {
  if (value === '') return;
  const reason = reasonOf(form);
  markOwn(form, value);
  votes.send({
    item: form.dataset.item ?? '',
    round: Number(form.dataset.round),
    value: value === 'unknown' ? value : Number(value),
    ...(reason === '' ? {} : { reason }),
  });
}

/** A reason that is written after the vote belongs to it. @param {Event} event */
function reasonChanged(event) {
  const form = voteForm();
  const pressed = form?.querySelector('.vote-button[aria-pressed="true"]');
  if (form && event.target instanceof HTMLTextAreaElement && event.target.id === 'reason' && pressed)
    vote(form, pressed.getAttribute('value') ?? '');
}

/** @param {import('./phone-vote.js').Progress} progress @param {import('./phone-vote.js').Vote} sent */
async function voteMoved(progress, sent) {
  if (progress === 'gone') return location.reload();
  tell(progress, String(sent.value));
  if (progress !== 'refused' && !isStale) return;
  await load();
  if (progress === 'refused') say(words.refused, 'is-stop');
}

/** @param {import('./phone-vote.js').Progress} progress @param {string} value */
function tell(progress, value) {
  const label = voteForm()?.querySelector(`.vote-button[value="${value}"]`)?.getAttribute('data-label') ?? '';
  receipt((words[progress] ?? '').replace('{value}', label), looks[progress]);
}

/** @param {HTMLFormElement} form @param {string} value */
function markOwn(form, value) {
  for (const button of form.querySelectorAll('.vote-button'))
    button.setAttribute('aria-pressed', String(button.getAttribute('value') === value));
  const save = form.querySelector('#reason-save');
  if (save instanceof HTMLButtonElement) {
    save.value = value;
    save.hidden = false;
  }
}

/** For a moment the new screen takes no taps. */
function settle() {
  const fresh = screen();
  fresh?.setAttribute('data-fresh', '');
  setTimeout(() => fresh?.removeAttribute('data-fresh'), settleMs);
}

/** @param {MouseEvent} event */
function ignoreEarly(event) {
  if (!(event.target instanceof Element) || !event.target.closest('[data-fresh] button')) return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {HTMLFormElement} form */
function reasonOf(form) {
  const field = form.querySelector('#reason');
  return field instanceof HTMLTextAreaElement ? field.value.trim() : '';
}

function screen() {
  const found = document.querySelector('#phone-screen');
  return found instanceof HTMLElement ? found : null;
}

function voteForm() {
  const form = document.querySelector('#vote-form');
  return form instanceof HTMLFormElement ? form : null;
}
