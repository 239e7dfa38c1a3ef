/** Counts the shown seconds down. What the server last said is the truth; nothing happens here at zero. */

/** @type {{ ms: number, at: number, running: boolean } | undefined} */
let told;

/** As the page or the stream says it. @param {{ remainingMs: number, running: boolean } | null} timer */
export function setTimer(timer) {
  told = timer ? { ms: timer.remainingMs, at: Date.now(), running: timer.running } : undefined;
  show();
}

/** Reads it from the page that has just been shown. */
export function readTimer() {
  const shown = document.querySelector('.timer');
  if (!(shown instanceof HTMLElement)) return setTimer(null);
  setTimer({ remainingMs: Number(shown.dataset.ms), running: shown.hasAttribute('data-running') });
}

function show() {
  const shown = document.querySelector('.timer');
  if (!shown || !told) return;
  const left = told.running ? Math.max(0, told.ms - (Date.now() - told.at)) : told.ms;
  const seconds = Math.ceil(left / 1_000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (shown.textContent !== text) shown.textContent = text;
  shown.classList.toggle('is-over', seconds === 0);
}

setInterval(show, 250);
