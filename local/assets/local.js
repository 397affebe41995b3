// Buttons that copy. They are made here, because without JavaScript they would do nothing.

const SHOWN_MS = 2000;

for (const source of document.querySelectorAll('pre > code, dl:not(.scripts) > dd > code, .copied')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = 'Copied';
    } catch {
      // The browser does not allow it, so the person copies the selected text by hand.
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, SHOWN_MS);
  });
  const block = source.closest('pre');
  const heading = block?.previousElementSibling;
  if (heading?.matches('h2, h3')) {
    const row = document.createElement('div');
    row.className = 'row';
    heading.before(row);
    row.append(heading, button);
  } else {
    (block ?? source).after(button);
  }
}
