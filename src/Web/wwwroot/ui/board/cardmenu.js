// What all menus of a card share: a dialog beside it, arrows through its entries, and the focus back on the card.
import { nameOf } from './keyboard.js';

/** Opens a menu of entries, and around it what `before` and `after` hold; calls pick(zone) with the target of the chosen entry. */
export function openCardMenu(card, { kind = '', before = [], entries, after = [] }, pick) {
  document.querySelector('dialog.move-menu')?.close();
  const dialog = document.createElement('dialog');
  dialog.className = `move-menu ${kind}`.trim();
  dialog.setAttribute('aria-label', `Move ${nameOf(card)} to…`);
  const list = document.createElement('div');
  list.setAttribute('role', 'menu');
  list.append(...entries);
  dialog.append(...before, list, ...after);
  document.body.append(dialog);

  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => {
    const chosen = event.target.closest('[role=menuitem]');
    if (event.target === dialog) close();
    else if (chosen && isFree(chosen)) choose(chosen.dataset.to);
  });
  list.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) go(entries[(entries.indexOf(document.activeElement) + by + entries.length) % entries.length]);
    else if (event.key === 'Home') go(entries[0]);
    else if (event.key === 'End') go(entries.at(-1));

    function go(entry) {
      event.preventDefault();
      entry.focus();
    }
  });
  dialog.showModal();
  place(dialog, card.getBoundingClientRect());
  entries.find(isFree)?.focus();
  return { choose };

  function choose(zone) {
    close();
    pick(zone);
  }

  function close() {
    dialog.close();
    if (card.isConnected) card.focus({ preventScroll: true });
  }
}

/** An entry that leads to a zone; `more` stands behind its name. `why` says why it cannot be chosen. */
export function menuEntry(name, zone, more = '', why = '') {
  const entry = document.createElement('button');
  entry.type = 'button';
  entry.setAttribute('role', 'menuitem');
  entry.dataset.to = zone;
  entry.textContent = name;
  if (why) entry.setAttribute('aria-disabled', 'true');
  if (more || why) {
    const detail = document.createElement('span');
    detail.className = 'meta';
    detail.textContent = why || more;
    entry.append(detail);
  }
  return entry;
}

const isFree = entry => entry.getAttribute('aria-disabled') !== 'true';

function place(dialog, box) {
  const { offsetWidth: width, offsetHeight: height } = dialog;
  dialog.style.left = `${Math.max(8, Math.min(box.left + 16, innerWidth - width - 8))}px`;
  dialog.style.top = `${Math.max(8, Math.min(box.top + 28, innerHeight - height - 8))}px`;
}
