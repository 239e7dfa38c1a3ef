/** What a phone says at its lower edge. */

const bottom = document.querySelector('#phone-bottom');
const status = document.querySelector('#phone-live');
const svgNames = 'http://www.w3.org/2000/svg';

/** In the language of the page; with the code of the room. @type {DOMStringMap} */
export const words = bottom instanceof HTMLElement ? bottom.dataset : {};

/** @param {string} text @param {string} look */
export function receipt(text, look) {
  const place = document.querySelector('#phone-receipt');
  if (!place) return;
  const line = document.createElement('div');
  line.className = `receipt ${look}`;
  const span = document.createElement('span');
  span.textContent = text;
  line.append(icon(look === '' ? 'circle-check-big' : look === 'is-quiet' ? 'circle-dashed' : 'triangle-alert'), span);
  place.replaceChildren(line);
}

/** @param {string} name */
function icon(name) {
  const svg = document.createElementNS(svgNames, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNames, 'use');
  use.setAttribute('href', `${words.icons}#${name}`);
  svg.append(use);
  return svg;
}

/** @param {string | undefined} text @param {string} look */
export function say(text, look) {
  if (!status) return;
  status.className = `phone-live ${look}`;
  status.textContent = text ?? '';
}
