// Hours of the customer a call is with, from what the server put on the card: zones, one or all of a country, and words for where that is.
// A warning, never a block. Reckoned here, so that nothing waits for the server while a card is in the hand.
import { instantOf, isKnown, minuteAt, shownAt, timeWords } from './instants.js';

const pad = number => String(number).padStart(2, '0');
const clockTime = minutes => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** Null for a card without a customer whose place is known, here and on the server. */
function customerOf(card) {
  const zones = card.dataset.theirs?.split(' ') ?? [];
  return zones.length && zones.every(isKnown) ? { zones, where: card.dataset.where } : null;
}

function rulesOf(board) {
  const [from, to] = board.dataset.theirHours.split('-').map(Number);
  return { from, to, clock: board.dataset.clock, here: isKnown(board.dataset.here) ? board.dataset.here : undefined };
}

/** Within the hours somewhere they may be. */
const takesCalls = (zones, instant, { from, to }) =>
  zones.map(zone => minuteAt(zone, instant)).some(minute => minute >= from && minute < to);

/** "01:30 for them, out of hours": what the customer's clock shows at a day and time of this calendar. Empty where nobody knows. */
export function theirTime(board, card, day, time) {
  const customer = customerOf(card);
  if (!customer || !board.dataset.theirHours || !/^\d\d:\d\d$/.test(time)) return '';
  const rules = rulesOf(board);
  const instant = instantOf(rules.here, day, time);
  const word = there => (there.day === day ? '' : `${weekday(there.day)} `) + timeWords(there.time, rules.clock);
  const shown = customer.zones.map(zone => shownAt(zone, instant)).sort((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1));
  const [first, last] = [word(shown[0]), word(shown.at(-1))];
  return `${first === last ? first : `${first}–${last}`} for them${takesCalls(customer.zones, instant, rules) ? '' : ', out of hours'}`;
}

/** "08:00–18:00 on Denver time is 16:00–02:00 here": on that day, for clocks here and there change on different days. */
function hoursHere(board, customer, day) {
  const rules = rulesOf(board);
  const [from, to] = [rules.from, rules.to].map(minutes => customer.zones.map(zone => instantOf(zone, day, clockTime(minutes))));
  const here = [Math.min(...from), Math.max(...to)].map(instant => timeWords(shownAt(rules.here, instant).time, rules.clock));
  const there = [rules.from, rules.to].map(minutes => timeWords(clockTime(minutes), rules.clock));
  return `${there.join('–')} ${customer.where} is ${here.join('–')} here`;
}

const weekday = day => new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Shades the hours at which the customer of a card is not called, while the card is in the hand or has the focus of the keyboard. */
export function customerHours(board) {
  const stop = new AbortController();
  const words = document.createElement('p');
  Object.assign(words, { className: 'their-hours', id: 'their-hours' });
  let shown = null;
  let held = false;
  let shaded = new WeakMap();

  board.addEventListener('focusin', event => {
    const card = event.target.closest?.('[data-task-id]');
    if (held || card !== event.target || !card.matches(':focus-visible')) return;
    show(card);
    if (shown) card.setAttribute('aria-describedby', words.id);
  }, { signal: stop.signal });
  board.addEventListener('focusout', event => {
    event.target.removeAttribute('aria-describedby');
    if (!held) hide();
  }, { signal: stop.signal });

  function show(card) {
    const customer = board.querySelector('[data-timed]') ? customerOf(card) : null;
    if (!customer) return hide();
    shown = { customer, key: card.dataset.theirs };
    document.body.append(words);
    say(card.dataset.at?.slice(0, 10) ?? board.dataset.calendar);
    look();
  }

  function say(day) {
    if (!shown || shown.day === day) return;
    shown.day = day;
    words.textContent = hoursHere(board, shown.customer, day);
    const box = board.querySelector('[data-scroll]').getBoundingClientRect();
    words.style.left = `${box.left + 12}px`;
    words.style.bottom = `${innerHeight - box.bottom + 12}px`;
  }

  /** Columns may be drawn anew, or be another week's, while the card is in the hand. */
  function look() {
    if (!shown) return;
    const rules = rulesOf(board);
    for (const column of board.querySelectorAll('[data-timed]')) {
      const slots = column.querySelectorAll('[data-slot]');
      if (!slots.length || shaded.get(slots[0]) === shown.key) continue;
      shaded.set(slots[0], shown.key);
      for (const slot of slots) {
        const [day, time] = slot.dataset.zone.slice('slot:'.length).split('T');
        slot.classList.toggle('their-night', !takesCalls(shown.customer.zones, instantOf(rules.here, day, time), rules));
      }
    }
  }

  function hide() {
    if (!shown) return;
    shown = null;
    shaded = new WeakMap();
    words.remove();
    for (const slot of board.querySelectorAll('.slot.their-night')) slot.classList.remove('their-night');
  }

  return {
    look,
    /** A card is in the hand; null: it was let go of. */
    lifted(card) {
      held = !!card;
      if (card) show(card);
      else hide();
    },
    /** Over another day the same hours may be others here. */
    aim: day => day && say(day),
    detach() {
      hide();
      stop.abort();
    },
  };
}
