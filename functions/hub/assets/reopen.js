// The page of unknown links, requested without a token. If hub.js removed the token from a tab's
// address bar, the history's state has the page, and the tab goes there before anything is visible.

if (history.state?.page) {
  document.documentElement.hidden = true;
  location.replace(history.state.page + location.hash);
}
