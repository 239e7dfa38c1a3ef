/** The fields of one item, as they are sent and compared. */

const nonAnswers = new Set(['unknown', 'withheld', 'not-applicable', 'not-our-mandate']);

/** What is chosen decides: a figure left standing beside "unknown" is not sent. @param {HTMLElement} card @param {{ name: string, value: string }} [button] */
export function fieldsOf(card, button) {
  const fields = new URLSearchParams();
  const chosen = card.querySelector('[name$=":choice"]:checked');
  const open = chosen instanceof HTMLInputElement && nonAnswers.has(chosen.value);
  for (const control of controlsOf(card)) {
    if (!control.name || (open && /:(number$|cell:)/.test(control.name)) || !isOn(control)) continue;
    fields.append(control.name, control.value);
  }
  if (button) fields.append(button.name, button.value);
  return fields;
}

/** Whether the fields of a part still say what was sent. @param {HTMLElement} part @param {URLSearchParams} sent */
export function isAs(part, sent) {
  const values = new Map(sent);
  return [...controlsOf(part)].every(control => {
    if (!control.name || control.type === 'hidden') return true;
    const value = values.get(control.name);
    return isOn(control) ? (value ?? '') === control.value : value !== control.value;
  });
}

/** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control */
export function isOn(control) {
  return !(control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type) && !control.checked);
}

/** The id comes from here, so that a save repeated after a lost answer is known to be the same record. @param {Element | null} record */
export function giveId(record) {
  const id = record?.querySelector('[name$=":id"]');
  if (id instanceof HTMLInputElement && !id.value)
    id.value = [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {HTMLElement} card @param {string} value */
export function check(card, value) {
  const radio = card.querySelector(`[type="radio"][value="${value}"]`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
}

/** @param {ParentNode} part @returns {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>} */
export function controlsOf(part) {
  return part.querySelectorAll('input, select, textarea');
}
