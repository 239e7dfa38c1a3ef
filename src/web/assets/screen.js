/** The projector's page: it follows the workshop and has nothing to press but F for the full screen. */

import { readTimers } from './count-down.js';
import { keepLive } from './live-page.js';

const room = document.querySelector('#room');
if (room instanceof HTMLElement) {
  document.documentElement.classList.add('scripted');
  readTimers();
  keepLive(room, readTimers);
  document.addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
}
