/** Looks again until the work is done; without scripts the page does so by itself. */

const every = 1000;

async function look() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response) return wait();
  if (!response.ok) return location.reload();
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = page.querySelector('#document-job');
  const present = document.querySelector('#document-job');
  if (!next || !present) return location.reload();
  take(next, present);
  document.title = page.title;
  if (next.querySelector('.document-steps')) wait();
}

/** The button that somebody is about to press stays as it is while nothing has changed. @param {Element} next @param {Element} present */
function take(next, present) {
  if (next.innerHTML === present.innerHTML) return;
  const wasOnButton = present.contains(document.activeElement);
  present.replaceWith(document.importNode(next, true));
  const button = document.querySelector('#document-job .button');
  if (wasOnButton && button instanceof HTMLElement) button.focus();
}

function wait() {
  setTimeout(look, every);
}

wait();
