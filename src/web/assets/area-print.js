/** Prints what is folded on the screen; newer browsers do that by style alone. */

const printed = '.reading-rules:not(#keys), .item-card.is-folded > details';
/** @type {Element[]} */
let opened = [];

addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll(printed)].filter(details => !details.hasAttribute('open'));
  for (const details of opened) details.setAttribute('open', '');
});
addEventListener('afterprint', () => {
  for (const details of opened) details.removeAttribute('open');
});
