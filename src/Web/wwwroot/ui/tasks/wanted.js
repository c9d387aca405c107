// The form of what HubSpot wants before it takes a change: a dialog of the browser's own, which keeps the focus inside and gives it back.

/** @param server told with Leave() once the form is closed, however that came about. */
export function open(dialog, server) {
  dialog.addEventListener('click', event => event.target.closest('[data-wanted-close]') && dialog.close());
  dialog.addEventListener('close', () => server.invokeMethodAsync('Leave').catch(() => {}));
  dialog.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      dialog.querySelector('form').requestSubmit();
    }
  });
  dialog.showModal();
  focusFirst(dialog.querySelector('[data-wanted-field]'));
  return { close: () => dialog.open && dialog.close() };
}

/** An editor of formatted text can be typed into only when it has been filled. */
function focusFirst(field) {
  const text = field?.querySelector('.rich-editor .text');
  if (!text) return field?.querySelector('input, select, textarea, button')?.focus();
  if (text.contentEditable === 'true') return text.focus();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    text.focus();
  }).observe(text, { attributes: true, attributeFilter: ['contenteditable'] });
}
