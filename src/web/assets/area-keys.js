/** The form from the keyboard: digits choose levels, single letters move between items; links open what is folded. */

const keysOn = document.querySelector('#keys-on');
const stored = 'rencheng-single-keys';

if (keysOn instanceof HTMLInputElement) {
  keysOn.checked = localStorage.getItem(stored) !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem(stored, keysOn.checked ? 'on' : 'off'));
}
document.addEventListener('keydown', pressed);
addEventListener('hashchange', openTarget);
document.querySelector('#problems')?.scrollIntoView({ block: 'center' });
openTarget();

/** @param {KeyboardEvent} event */
function pressed(event) {
  // A table has keys of its own.
  if (event.defaultPrevented || !(keysOn instanceof HTMLInputElement) || !keysOn.checked) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const card = document.activeElement?.closest('.item-card') ?? null;
  const done =
    (card && /^\d$/.test(event.key) && choose(card, event.key)) ||
    (event.key === 'j' && move(card, 1)) ||
    (event.key === 'k' && move(card, -1)) ||
    (event.key === 'n' && goToNext());
  if (done) event.preventDefault();
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
}

/** On a yes-no item 1 is yes and 0 is no. @param {Element} card @param {string} digit */
function choose(card, digit) {
  const value = card.querySelector('[type="radio"][value="true"]') ? { 1: 'true', 0: 'false' }[digit] : digit;
  const radio = card.querySelector(`[name$=":choice"][value="${value}"]`);
  if (!(radio instanceof HTMLInputElement) || radio.disabled) return false;
  openAround(radio);
  radio.focus();
  if (!radio.checked) radio.click();
  return true;
}

/** @param {Element | null} card @param {1 | -1} step */
function move(card, step) {
  const cards = [...document.querySelectorAll('.item-card')];
  const here = card ? cards.indexOf(card) : cards.findIndex(one => one.getBoundingClientRect().bottom > 200) - step;
  return go(cards[here + step]);
}

function goToNext() {
  return go(document.querySelector('.item-card.is-next'));
}

/** @param {Element | null | undefined} card */
function go(card) {
  if (!card) return false;
  const entry =
    card.querySelector(':scope.is-folded > details > summary') ??
    card.querySelector('[type="radio"]:checked') ??
    card.querySelector('[type="radio"]') ??
    card.querySelector('summary');
  if (entry instanceof HTMLElement) entry.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'start' });
  return true;
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const fold = target.querySelector(':scope.is-folded > details');
  if (fold && target.matches('.item-card')) fold.setAttribute('open', '');
  openAround(target);
  target.scrollIntoView({ block: target.matches('.item-card') ? 'start' : 'center' });
  const field = target.matches('input, select, textarea') ? target : target.querySelector('input:checked');
  if (field instanceof HTMLElement && target.matches('input, select, textarea, .matrix-choice')) field.focus();
}

/** @param {Element} element */
function openAround(element) {
  for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.setAttribute('open', '');
}
