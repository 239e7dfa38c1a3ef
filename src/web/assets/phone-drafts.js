/** What is written and not sent yet survives a change of the screen. @type {Map<string, string>} */
const drafts = new Map();

export function keepDrafts() {
  for (const field of fields()) if (field.value !== field.defaultValue) drafts.set(keyOf(field), field.value);
}

export function restoreDrafts() {
  for (const field of fields()) {
    const draft = drafts.get(keyOf(field));
    if (draft !== undefined && field.value === '') field.value = draft;
  }
}

/** It was sent. @param {HTMLTextAreaElement} field */
export function forgetDraft(field) {
  drafts.delete(keyOf(field));
  field.value = field.defaultValue;
}

/** A question waits for any screen; a reason belongs to its item and round. @param {HTMLTextAreaElement} field */
function keyOf({ id }) {
  const screen = document.querySelector('#phone-screen');
  const [, item = '', round = ''] = screen instanceof HTMLElement ? (screen.dataset.key?.split(' ') ?? []) : [];
  return id === 'question' ? id : `${id} ${item} ${round}`;
}

function fields() {
  return [...document.querySelectorAll('#phone-screen textarea')].filter(field => field instanceof HTMLTextAreaElement);
}
