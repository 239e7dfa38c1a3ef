/** A QR code carries the join code in the fragment. */
function follow() {
  const code = decodeURIComponent(location.hash.slice(1)).trim();
  if (/^[\p{L}\p{N} -]{4,20}$/u.test(code)) location.replace(`/w/${encodeURIComponent(code)}`);
}

addEventListener('hashchange', follow);
follow();
