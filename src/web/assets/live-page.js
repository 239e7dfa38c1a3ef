/** Keeps a page of a workshop as the server has it: listens, fetches the page anew, and changes the parts that differ. */

import { mendParts } from './mend-parts.js';

/** Heartbeats come every fifteen seconds: after two and a half of them the stream is dead. */
const watchMs = 37_000;
const fetchEveryMs = 400;

/**
 * `onPage` is called after the page was changed.
 * @param {HTMLElement} room @param {() => void} onPage
 */
export function keepLive(room, onPage) {
  /** @type {EventSource | undefined} */
  let stream;
  let heard = Date.now();
  let isFetching = false;
  let isWanted = false;
  let rev = -1;

  function listen() {
    stream?.close();
    heard = Date.now();
    stream = new EventSource(room.dataset.events ?? '');
    stream.addEventListener('trouble', () => want(0));
    stream.addEventListener('state', event => {
      heard = Date.now();
      const isNew = Number(event.lastEventId) !== rev;
      rev = Number(event.lastEventId);
      want(isNew ? 0 : fetchEveryMs);
    });
    for (const event of ['open', 'beat'])
      stream.addEventListener(event, () => {
        heard = Date.now();
      });
  }

  /** Many changes in a moment are one fetch. @param {number} delay */
  function want(delay) {
    if (isFetching) {
      isWanted = true;
      return;
    }
    isFetching = true;
    setTimeout(refresh, delay);
  }

  async function refresh() {
    isWanted = false;
    const address = room.dataset.page ?? '';
    const page = await fetchPage(address);
    // Somebody went to another state of the page meanwhile.
    if (address !== (room.dataset.page ?? '')) isWanted = true;
    else if (page) {
      heard = Date.now();
      mendParts(page);
      onPage();
    }
    showOffline(page === undefined);
    isFetching = false;
    if (isWanted) want(fetchEveryMs);
    else if (!page) setTimeout(() => want(0), 2_000);
  }

  listen();
  setInterval(() => {
    if (Date.now() - heard < watchMs) return;
    listen();
    want(0);
  }, 5_000);
  for (const event of ['pageshow', 'online', 'offline']) addEventListener(event, () => want(0));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') want(0);
  });
  return { refresh: () => want(0), show: showPage };

  /** A page that came as the answer to a form. @param {Document} page */
  function showPage(page) {
    const shown = page.querySelector('#room');
    if (shown instanceof HTMLElement) room.dataset.page = shown.dataset.page ?? '';
    mendParts(page);
    showOffline(false);
    onPage();
  }
}

/** Undefined when the program could not be reached. @param {string} address */
async function fetchPage(address) {
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' } });
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** @param {boolean} isOffline */
function showOffline(isOffline) {
  const notice = document.querySelector('#offline');
  if (notice instanceof HTMLElement) notice.hidden = !isOffline;
}
