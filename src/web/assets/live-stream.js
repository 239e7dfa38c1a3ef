/** One stream of the states of a workshop: it comes back by itself, and asks where a stream is not possible. */

/**
 * @typedef {Record<string, any>} State
 * @typedef {{ state: (state: State) => void, gone: () => void, trouble: (isTroubled: boolean) => void, online: (isOnline: boolean) => void }} Listeners
 */

/** Longer than two heartbeats: the stream is dead although nobody said so, as when a phone slept. */
const silentMs = 35_000;
const pollMs = 3_000;
const offlineAfterMs = 3_000;
const longestWaitMs = 10_000;

/** @param {string} base such as /api/v1/w/K7M4XQ @param {string} query such as ?role=projector @param {Listeners} on */
export function openLiveStream(base, query, on) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let offline;
  let heardAt = Date.now();
  let failures = 0;
  let isOver = false;

  /** @param {string} text */
  function take(text) {
    const state = JSON.parse(text);
    if (state.workshop === 'closed') stop();
    on.state(state);
  }

  function heard() {
    heardAt = Date.now();
    failures = 0;
    clearTimeout(offline);
    offline = undefined;
    on.online(true);
  }

  function lost() {
    offline ??= setTimeout(() => on.online(false), offlineAfterMs);
  }

  function open() {
    clearTimeout(retry);
    source?.close();
    if (isOver) return;
    heardAt = Date.now();
    source = new EventSource(`${base}/events${query}`);
    for (const name of ['state', 'beat', 'trouble']) source.addEventListener(name, heard);
    source.addEventListener('state', event => take(event.data));
    source.addEventListener('trouble', event => on.trouble(JSON.parse(event.data).storage));
    source.addEventListener('gone', () => {
      stop();
      on.gone();
    });
    source.onerror = () => {
      lost();
      // The browser itself gives up for good after any answer but 200.
      if (source?.readyState === EventSource.CLOSED) openLater();
    };
  }

  function openLater() {
    failures += 1;
    const wait = Math.min(longestWaitMs, 500 * 2 ** failures) + Math.random() * 350;
    clearTimeout(retry);
    retry = setTimeout(open, wait);
  }

  async function ask() {
    if (isOver) return;
    try {
      const response = await fetch(`${base}/state${query}`, { cache: 'no-store' });
      if (response.status === 401 || response.status === 404 || response.status === 410) {
        stop();
        on.gone();
        return;
      }
      if (!response.ok) return;
      take(await response.text());
      if (offline !== undefined || source?.readyState !== EventSource.OPEN) heard();
    } catch {
      lost();
    }
  }

  /** After sleeping nobody knows whether the stream lives. */
  function wake() {
    open();
    ask();
  }

  function stop() {
    isOver = true;
    clearTimeout(retry);
    clearTimeout(offline);
    source?.close();
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  addEventListener('pageshow', event => {
    if (event.persisted) wake();
  });
  addEventListener('online', wake);
  // A stream without a network stays open in silence.
  addEventListener('offline', lost);
  addEventListener('pagehide', () => source?.close());
  setInterval(() => {
    if (isOver || document.visibilityState === 'hidden') return;
    if (Date.now() - heardAt > silentMs) wake();
    else if (source?.readyState !== EventSource.OPEN) ask();
  }, pollMs);
  open();
}
