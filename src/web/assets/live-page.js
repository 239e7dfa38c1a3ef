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
  let isGone = false;

  function listen() {
    stream?.close();
    heard = Date.now();
    stream = new EventSource(room.dataset.events ?? '');
    stream.addEventListener('trouble', () => want(0));
    stream.addEventListener('gone', leave);
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
    isFetching = false;
    if (page === 'refused') return leave();
    // Somebody went to another state of the page meanwhile.
    if (address !== (room.dataset.page ?? '')) isWanted = true;
    else if (page) {
      heard = Date.now();
      mendParts(page);
      onPage();
      comeBack();
    }
    showNotice('#offline', page === undefined);
    if (isWanted) want(fetchEveryMs);
    else if (!page) setTimeout(() => want(0), 2_000);
  }

  /** The link that opened this page has been replaced: what was typed stays to be copied. */
  function leave() {
    isGone = true;
    stream?.close();
    showNotice('#offline', false);
    showNotice('#gone', true);
  }

  /** The browser has the new link by now. */
  function comeBack() {
    if (!isGone) return;
    isGone = false;
    showNotice('#gone', false);
    listen();
  }

  listen();
  setInterval(() => {
    if (isGone || Date.now() - heard < watchMs) return;
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
    mendParts(page, true);
    showNotice('#offline', false);
    onPage();
  }
}

/** Undefined when the program could not be reached, `refused` when it lets this browser in no more. @param {string} address */
async function fetchPage(address) {
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' } });
    if (response.status === 401 || response.status === 403) return 'refused';
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} id @param {boolean} isShown */
function showNotice(id, isShown) {
  const notice = document.querySelector(id);
  if (notice instanceof HTMLElement) notice.hidden = !isShown;
}
