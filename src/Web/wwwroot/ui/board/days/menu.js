// "Move to…" in a calendar: the days people mean most, and any other by a date and a time.
import { addDays, atOf, dayWords, theirsIn } from './days.js';
import { nameOf } from '../keyboard.js';

/** Opens the menu beside the card; calls pick(zone) when a target was chosen. */
export function openDayMenu(board, card, pick) {
  document.querySelector('dialog.move-menu')?.close();
  const today = board.dataset.calendar;
  const at = atOf(card);
  const dialog = document.createElement('dialog');
  dialog.className = 'move-menu days';
  dialog.setAttribute('aria-label', `Move ${nameOf(card)} to…`);
  const list = document.createElement('div');
  list.setAttribute('role', 'menu');
  const offers = [['Today', today], ['Tomorrow', addDays(today, 1)], ['In a week', addDays(today, 7)], ['A week later than now', at && addDays(at.slice(0, 10), 7)]];
  for (const [name, day] of offers) if (day) list.append(item(name, `day:${day}`, `${dayWords(day)}${theirsIn(`day:${day}`, card, board)}`));
  list.append(item('Someday', 'someday:', 'without a day yet'));
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'exact';
  const [date, time] = [field('date', 'Date', at?.slice(0, 10) ?? today), field('time', 'Time', at?.slice(11) ?? '17:00')];
  const go = document.createElement('button');
  go.className = 'button primary';
  go.textContent = 'Move';
  // Read out at each change: the customer's time at what was picked, a warning that stops nothing.
  const theirs = document.createElement('output');
  const slot = () => `slot:${date.querySelector('input').value}T${time.querySelector('input').value}`;
  const tell = () => { theirs.value = theirsIn(slot(), card, board).replace(' · ', ''); };
  form.addEventListener('input', tell);
  tell();
  form.append(date, time, theirs, go);
  dialog.append(list, form);
  document.body.append(dialog);

  const items = () => [...list.querySelectorAll('[role=menuitem]')];
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => {
    const chosen = event.target.closest('[role=menuitem]');
    if (event.target === dialog) close();
    else if (chosen) choose(chosen.dataset.to);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (form.checkValidity()) choose(slot());
  });
  list.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = items();
    if (!by) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  });
  dialog.showModal();
  place(dialog, card.getBoundingClientRect());
  items()[0].focus();

  function choose(zone) {
    close();
    pick(zone);
  }

  function close() {
    dialog.close();
    if (card.isConnected) card.focus({ preventScroll: true });
  }
}

function item(name, zone, more) {
  const entry = document.createElement('button');
  entry.type = 'button';
  entry.setAttribute('role', 'menuitem');
  entry.dataset.to = zone;
  entry.textContent = name;
  const detail = document.createElement('span');
  detail.className = 'meta';
  detail.textContent = more;
  entry.append(detail);
  return entry;
}

function field(type, name, value) {
  const label = document.createElement('label');
  label.textContent = name;
  const input = document.createElement('input');
  Object.assign(input, { type, value, required: true, className: 'input' });
  if (type === 'date') Object.assign(input, { min: '1971-01-01', max: '2199-12-31' });
  label.append(input);
  return label;
}

function place(dialog, box) {
  const { offsetWidth: width, offsetHeight: height } = dialog;
  dialog.style.left = `${Math.max(8, Math.min(box.left + 16, innerWidth - width - 8))}px`;
  dialog.style.top = `${Math.max(8, Math.min(box.top + 28, innerHeight - height - 8))}px`;
}
