/** Planning with scripts: the agenda and the times of the day follow what is ticked and typed. */

const form = document.querySelector('#plan-form');
let latest = 0;

if (form instanceof HTMLFormElement) {
  document.documentElement.classList.add('scripted');
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.name !== 'title') recompute(form);
  });
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.name === 'create') return;
    event.preventDefault();
    recompute(form, button);
  });
}

/** The last one asked for counts. @param {HTMLFormElement} plan @param {HTMLButtonElement} [button] */
async function recompute(plan, button) {
  const turn = ++latest;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(plan, button)) if (typeof value === 'string') body.append(name, value);
  const page = await post(plan.action, body);
  if (page && turn === latest) take(page);
}

/** Undefined when the program could not be reached; the button still works then. @param {string} address @param {URLSearchParams} body */
async function post(address, body) {
  try {
    const response = await fetch(address, { method: 'POST', body });
    const isPlan = response.status === 200 || response.status === 422;
    return isPlan ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** Ticks, errors and counts in place, the agenda as a whole. @param {Document} page */
function take(page) {
  const focused = document.activeElement?.id ?? '';
  for (const box of document.querySelectorAll('#plan-form [name="chosen"]'))
    if (box instanceof HTMLInputElement) {
      const next = page.querySelector(`[name="chosen"][value="${CSS.escape(box.value)}"]`);
      box.checked = next instanceof HTMLInputElement && next.defaultChecked;
    }
  for (const part of document.querySelectorAll('#plan-form [data-part]')) {
    const next = page.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    if (next && next.innerHTML !== part.innerHTML) part.replaceWith(document.importNode(next, true));
  }
  for (const field of document.querySelectorAll('#plan-form .day-fields input')) takeError(field, page);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Whoever types on in a field keeps it. @param {Element} field @param {Document} page */
function takeError(field, page) {
  const next = page.getElementById(field.id);
  if (!next) return;
  for (const name of ['aria-invalid', 'aria-describedby']) {
    const value = next.getAttribute(name);
    if (value === null) field.removeAttribute(name);
    else field.setAttribute(name, value);
  }
  field.parentElement?.querySelector('.field-error')?.remove();
  const error = next.parentElement?.querySelector('.field-error');
  if (error) field.after(document.importNode(error, true));
}
