/** A link carries the key of a role in its fragment, which never reaches a log; this posts it once. */
const form = document.querySelector('form');
const field = form?.querySelector('input[name="key"]');
const key = new URLSearchParams(location.hash.slice(1)).get('key');
if (form && field instanceof HTMLInputElement && key) {
  history.replaceState(null, '', location.pathname + location.search);
  field.value = key;
  form.submit();
}
