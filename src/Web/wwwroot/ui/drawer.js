// Keys of the task drawer: Esc closes it, j and k go to the neighbouring card. Never while somebody types.
import { mayActAlone } from './shortcuts.js';

document.addEventListener('keydown', event => {
  const drawer = document.querySelector('[data-drawer]');
  if (!drawer || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable], dialog') || document.querySelector('[popover]:popover-open')) return;
  if (event.key === 'Escape') {
    const id = drawer.dataset.drawerTask;
    drawer.querySelector('[data-drawer-close]').click();
    document.querySelector(`[data-cards] > [data-task-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  } else if ((event.key === 'j' || event.key === 'k') && mayActAlone(event)) {
    const card = document.querySelector(`[data-cards] > [data-task-id="${CSS.escape(drawer.dataset.drawerTask)}"]`);
    let next = card;
    do next = event.key === 'j' ? next?.nextElementSibling : next?.previousElementSibling;
    while (next && !next.hasAttribute('data-task-id'));
    next?.querySelector('[data-open]')?.click();
  }
});
