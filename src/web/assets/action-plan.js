/** The plan with scripts: what is ticked, ordered or budgeted is worked out without leaving the page, and the address keeps it. */

const form = document.querySelector('#action-plan');
let latest = 0;

if (form instanceof HTMLFormElement) {
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.name === 'pick') recompute(form, 'sum', ['what-if']);
    if (event.target instanceof HTMLSelectElement && event.target.name === 'order') recompute(form, 'sum', ['rows']);
  });
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    recompute(form, button.value, ['rows', 'what-if', 'budget-error']);
  });
}

/** The last one asked for counts. @param {HTMLFormElement} plan @param {string} what @param {string[]} parts */
async function recompute(plan, what, parts) {
  const turn = ++latest;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(plan)) if (typeof value === 'string') query.append(name, value);
  query.set('do', what);
  const address = `${plan.action}?${query}`;
  const page = await read(address);
  if (turn !== latest) return;
  if (!page) return location.assign(address);
  history.replaceState(null, '', address);
  take(page, parts);
}

/** Undefined when the program could not be reached. @param {string} address */
async function read(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** What is typed and where one is stays. @param {Document} page @param {string[]} parts */
function take(page, parts) {
  for (const name of parts) {
    const [old, next] = [document, page].map(where => where.querySelector(`#action-plan [data-part="${name}"]`));
    if (old && next && old.innerHTML !== next.innerHTML) old.replaceChildren(...next.childNodes);
  }
  const [field, next] = [document, page].map(where => where.querySelector('#budget'));
  if (field && next?.hasAttribute('aria-invalid')) field.setAttribute('aria-invalid', 'true');
  else field?.removeAttribute('aria-invalid');
}
