/** Timers count on between two states of the server; nothing happens when they end. */

/** @typedef {{ ends: number, shown: Element }} Running */

/** @type {Running[]} */
let timers = [];
/** @type {{ ends: number, line: HTMLElement } | undefined} */
let undo;

setInterval(tick, 250);

/** Reads the timers that the page came with. */
export function readTimers() {
  const now = Date.now();
  timers = [...document.querySelectorAll('[data-remaining][data-running="on"]')].map(shown => ({
    ends: now + Number(shown.getAttribute('data-remaining')),
    shown,
  }));
  const line = document.querySelector('[data-undo]');
  undo = line instanceof HTMLElement ? { ends: now + Number(line.dataset.undo), line } : undefined;
  tick();
}

function tick() {
  const now = Date.now();
  for (const { ends, shown } of timers) {
    const seconds = Math.max(0, Math.ceil((ends - now) / 1_000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (shown.textContent !== text) shown.textContent = text;
    shown.classList.toggle('is-over', seconds === 0);
  }
  if (!undo) return;
  const left = Math.ceil((undo.ends - now) / 1_000);
  undo.line.hidden = left <= 0;
  const shown = undo.line.querySelector('[data-undo-left]');
  if (shown) shown.textContent = String(Math.max(0, left));
}
