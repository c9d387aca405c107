// "Move to…": every target that dragging offers, by click, tap or key.
import { laneOf, titleOf, zoneOf } from './lanes.js';
import { nameOf } from './keyboard.js';

/** Opens the menu beside the card; calls pick(zone) when a target was chosen. */
export function openMoveMenu(board, card, pick) {
  document.querySelector('dialog.move-menu')?.close();
  const dialog = document.createElement('dialog');
  dialog.className = 'move-menu';
  dialog.setAttribute('aria-label', `Move ${nameOf(card)} to…`);
  const heading = document.createElement('p');
  heading.className = 'meta';
  heading.textContent = 'Move to…';
  const list = document.createElement('div');
  list.setAttribute('role', 'menu');
  const here = zoneOf(laneOf(card));
  for (const lane of board.querySelectorAll('[data-zone]')) list.append(item(lane, zoneOf(lane) === here));
  dialog.append(heading, list);
  document.body.append(dialog);

  const items = () => [...list.querySelectorAll('[role=menuitem]')];
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => {
    const chosen = event.target.closest('[role=menuitem]');
    if (event.target === dialog) return close();
    if (!chosen || chosen.getAttribute('aria-disabled') === 'true') return;
    close();
    pick(chosen.dataset.to);
  });
  dialog.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = items();
    if (by) {
      event.preventDefault();
      all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      all.at(event.key === 'Home' ? 0 : -1).focus();
    }
  });
  dialog.showModal();
  place(dialog, card.getBoundingClientRect());
  items().find(entry => entry.getAttribute('aria-disabled') !== 'true')?.focus();

  function close() {
    dialog.close();
    if (card.isConnected) card.focus({ preventScroll: true });
  }
}

function item(lane, here) {
  const entry = document.createElement('button');
  entry.type = 'button';
  entry.setAttribute('role', 'menuitem');
  entry.dataset.to = zoneOf(lane);
  entry.textContent = titleOf(lane);
  const why = here ? 'It is here' : lane.dataset.nodrop;
  if (why) {
    entry.setAttribute('aria-disabled', 'true');
    const reason = document.createElement('span');
    reason.className = 'meta';
    reason.textContent = why;
    entry.append(reason);
  }
  return entry;
}

function place(dialog, box) {
  const { offsetWidth: width, offsetHeight: height } = dialog;
  dialog.style.left = `${Math.max(8, Math.min(box.left + 16, innerWidth - width - 8))}px`;
  dialog.style.top = `${Math.max(8, Math.min(box.top + 28, innerHeight - height - 8))}px`;
}

