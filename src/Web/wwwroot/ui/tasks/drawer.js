// Keys of what stands beside a page: Esc closes it, j and k go to the neighbouring card, n opens the form of a new task. Never while
// somebody types.
import { mayActAlone } from '../shortcuts.js';

let opener = null;

const typing = target => target.closest?.('input, textarea, select, [contenteditable]:not([contenteditable="false"]), dialog');

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href*="new="], a[href*="task="]');
  if (link && !link.closest('[data-drawer]')) opener = link;
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const drawer = document.querySelector('[data-drawer]');
  const inField = typing(event.target);
  if (event.key === 'Escape' && drawer && (!inField || event.target.matches('[data-escape-closes]')) && !document.querySelector('[popover]:popover-open, dialog[open]')) {
    close(drawer);
  } else if (inField || !mayActAlone(event)) {
    // Somebody writes.
  } else if ((event.key === 'n' || event.key === 'c') && !drawer && !document.querySelector('[data-focus]')) {
    const link = document.querySelector('[data-new-task]');
    if (!link) return;
    event.preventDefault();
    opener = document.activeElement === document.body ? null : document.activeElement;
    link.click();
  } else if (drawer?.dataset.drawerTask && (event.key === 'j' || event.key === 'k')) {
    const card = cardOf(drawer);
    let next = card;
    do next = event.key === 'j' ? next?.nextElementSibling : next?.previousElementSibling;
    while (next && !next.hasAttribute('data-task-id'));
    next?.querySelector('[data-open]')?.click();
  }
});

const cardOf = drawer => document.querySelector(`[data-task-id="${CSS.escape(drawer.dataset.drawerTask ?? '')}"]`);

function close(drawer) {
  const card = cardOf(drawer);
  drawer.querySelector('[data-drawer-close]').click();
  (card ?? (opener?.isConnected ? opener : null))?.focus({ preventScroll: true });
}
