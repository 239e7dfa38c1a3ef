/**
 * Takes over the parts of a page that came from the server. A part with a key is a form somebody may be typing in: it stays as long
 * as its key is the same, and takes what was typed along as long as it is about the same item. What was typed about an item comes
 * back with its form, when that was out of sight.
 */

/** By part and item. @type {Map<string, Map<string, string>>} */
const drafts = new Map();

/** `isAnswer`: to a form of this page, which says itself what became of it. @param {Document} page @param {boolean} [isAnswer] */
export function mendParts(page, isAnswer = false) {
  if (revisionOf(page) < revisionOf(document)) return;
  if (!isAnswer) keepRefusals(page);
  const focused = document.activeElement?.id ?? '';
  const parts = [...page.querySelectorAll('[data-part]')].filter(part => !part.parentElement?.closest('[data-part]'));
  const names = parts.map(nameOf);
  for (const part of document.querySelectorAll('#room [data-part]'))
    if (!part.parentElement?.closest('[data-part]') && !names.includes(nameOf(part))) {
      keepDraft(part);
      part.remove();
    }
  for (const part of parts) mend(part, page);
  keepRevision(page);
  if (focused && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true });
}

/** What was not done is told to who pressed alone: no other page has it, and it stays until the next answer. @param {Document} page */
function keepRefusals(page) {
  for (const refusal of document.querySelectorAll('#said:not([hidden]), #refused')) {
    const part = refusal.closest('[data-part]');
    page.querySelector(`#${refusal.id}`)?.remove();
    if (part) page.querySelector(`[data-part="${nameOf(part)}"]`)?.prepend(page.importNode(refusal, true));
  }
}

/** Two answers may overtake each other: what was the case before never comes back. @param {Document} page */
function revisionOf(page) {
  const field = page.querySelector('#room [name="expectedRev"]');
  return field instanceof HTMLInputElement ? Number(field.value) : Number.NaN;
}

/** @param {Element} part @param {Document} page */
function mend(part, page) {
  const present = document.querySelector(`#room [data-part="${nameOf(part)}"]`);
  if (!present) return insert(part, page);
  const key = part.getAttribute('data-key');
  if (
    key !== null &&
    key === present.getAttribute('data-key') &&
    !part.querySelector('.field-error:not(:empty), .notice')
  )
    return;
  if (key === null && present.innerHTML === part.innerHTML) return;
  const next = document.importNode(part, true);
  const isSame = present.getAttribute('data-item') === part.getAttribute('data-item');
  if (!isSame) keepDraft(present);
  const typed = isSame ? typedIn(present) : draftOf(part);
  keepOpen(present, next);
  present.replaceWith(next);
  if (key !== null) typeAgain(next, typed);
}

/** After the part before it. @param {Element} part @param {Document} page */
function insert(part, page) {
  const next = document.importNode(part, true);
  const draft = draftOf(part);
  typeAgain(next, draft);
  if (draft.size > 0) next.querySelector('details')?.setAttribute('open', '');
  const before = part.previousElementSibling;
  const anchor = before && document.querySelector(`#room [data-part="${nameOf(before)}"]`);
  if (anchor) anchor.after(next);
  else placeOf(part, page)?.prepend(next);
}

/** The element here that stands where the part's parent stands there. @param {Element} part @param {Document} page */
function placeOf(part, page) {
  const parent = part.parentElement;
  if (!parent || parent.id === 'room') return document.querySelector('#room');
  const classes = [...parent.classList].map(name => `.${CSS.escape(name)}`).join('');
  const others = [...page.querySelectorAll(`#room ${parent.localName}${classes}`)];
  return document.querySelectorAll(`#room ${parent.localName}${classes}`)[others.indexOf(parent)];
}

/** @param {Element} part */
function keepDraft(part) {
  if (part.hasAttribute('data-item')) drafts.set(draftKey(part), typedIn(part));
}

/** @param {Element} part @returns {Map<string, string>} */
function draftOf(part) {
  return drafts.get(draftKey(part)) ?? new Map();
}

/** @param {Element} part */
function draftKey(part) {
  return `${nameOf(part)} ${part.getAttribute('data-item')}`;
}

/** Fields that differ from what the page came with. @param {Element} part */
function typedIn(part) {
  const fields = [...part.querySelectorAll('input:not([type="hidden"], [type="radio"], [type="checkbox"]), textarea')];
  return new Map(
    fields.flatMap(field => {
      const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      return isText && field.value !== field.defaultValue ? [[field.name, field.value]] : [];
    }),
  );
}

/** @param {Element} part @param {Map<string, string>} typed */
function typeAgain(part, typed) {
  for (const field of part.querySelectorAll('input, textarea'))
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      const text = typed.get(field.name);
      if (text !== undefined) field.value = text;
    }
}

/** What somebody unfolded stays so. @param {Element} before @param {Element} after */
function keepOpen(before, after) {
  for (const fold of before.querySelectorAll('details[id]')) {
    const next = after.querySelector(`#${CSS.escape(fold.id)}`);
    if (next && !fold.id.startsWith('levels-'))
      next.toggleAttribute('open', fold.hasAttribute('open') || next.hasAttribute('open'));
  }
}

/** Forms that stay are about the state that is shown now. @param {Document} page */
function keepRevision(page) {
  const rev = page.querySelector('[name="expectedRev"]');
  if (!(rev instanceof HTMLInputElement)) return;
  for (const field of document.querySelectorAll('[name="expectedRev"]'))
    if (field instanceof HTMLInputElement) field.value = rev.value;
}

/** @param {Element} part */
function nameOf(part) {
  return part.getAttribute('data-part') ?? '';
}
