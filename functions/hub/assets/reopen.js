// The page of unknown links, requested without a token. A tab whose token hub.js took out of the
// address bar has its page in the history's state, and goes there before anything is visible.

if (history.state?.page) {
  document.documentElement.hidden = true;
  location.replace(history.state.page + location.hash);
}
