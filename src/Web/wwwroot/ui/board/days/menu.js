// "Move to…" in a calendar: the days people mean most, and any other by a date and a time.
import { menuEntry, openCardMenu } from '../cardmenu.js';
import { addDays, atOf, dayWords, endOfWork, theirsIn } from './days.js';

/** Opens the menu beside the card; calls pick(zone) when a target was chosen. */
export function openDayMenu(board, card, pick) {
  const today = board.dataset.calendar;
  const at = atOf(card);
  const offers = [['Today', today], ['Tomorrow', addDays(today, 1)], ['In a week', addDays(today, 7)], ['A week later than now', at && addDays(at.slice(0, 10), 7)]];
  const entries = offers.filter(([, day]) => day).map(([name, day]) => menuEntry(name, `day:${day}`, `${dayWords(day)}${theirsIn(`day:${day}`, card, board)}`));
  entries.push(menuEntry('Someday', 'someday:', 'without a day yet'));

  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'exact';
  const [date, time] = [field('date', 'Date', at?.slice(0, 10) ?? today), field('time', 'Time', at?.slice(11) ?? endOfWork(board))];
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

  const menu = openCardMenu(card, { kind: 'days', entries, after: [form] }, pick);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (form.checkValidity()) menu.choose(slot());
  });
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
