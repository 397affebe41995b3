// The page of unknown links, asked for by an address that has no token: a tab whose token hub.js took
// out of the address bar knows its page, and goes there before anything is to be seen.

if (history.state?.page) {
  document.documentElement.hidden = true;
  location.replace(history.state.page + location.hash);
}
