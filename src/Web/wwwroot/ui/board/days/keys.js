// A calendar by keyboard: arrows walk from day to day, whether something lies there or not; Alt with them moves the card in the focus;
// Enter on an empty day begins a task there. Picking up with Space is the board's (keyboard.js).
import { dayWords, isTimed, partsOf, zoneBeside, goalOf } from './days.js';
import { cardsOf, findLane, idOf, laneOf, lanesOf, zoneOf } from '../lanes.js';
import { nameOf } from '../keyboard.js';

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const pages = { PageUp: -1, PageDown: 1 };

/** @param tell { say(text), send(card, zone, text) } */
export function dayKeys(board, picture, tell) {
  if (!board.dataset.calendar) return { keepStop() {}, detach() {} };
  const stop = new AbortController();

  board.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select')) return;
    const card = event.target.matches('[data-task-id]') ? event.target : null;
    const lane = event.target.matches('[data-zone]') ? event.target : null;
    if (!card && !lane) return;
    const done = event.altKey ? card && moveBy(card, event.key) : card?.classList.contains('away') ? false : walk(card, lane ?? laneOf(card), event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal: stop.signal });
  // A click that lets go of a selection begins nothing.
  let selecting = false;
  board.addEventListener('pointerdown', () => { selecting = !!board.querySelector('[data-selected]'); }, { capture: true, signal: stop.signal });
  board.addEventListener('click', event => {
    if (selecting || event.target.closest('a, button, [data-task-id]')) return;
    const slot = event.target.closest('[data-slot]');
    const day = event.target.closest('[data-zone]:not([data-open])');
    if (slot && board.querySelector('[data-add-slots]')) begin(zoneOf(slot));
    // On a phone a day is too small to be hit by intent, and a tap on it lists what is there.
    else if (day?.querySelector('[data-add]') && matchMedia('(hover: hover)').matches) begin(zoneOf(day));
  }, { signal: stop.signal });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') board.querySelector('[data-open] [data-close-cell]')?.click();
  }, { signal: stop.signal });

  function moveBy(card, key) {
    const [across, down] = steps[key] ?? (pages[key] ? [0, 0] : [null]);
    if (across === null) return false;
    if (!card.hasAttribute('data-draggable')) {
      tell.say('You can read this calendar. Moving tasks needs the member role.');
      return true;
    }
    const from = picture.placeOf(idOf(card))?.zone ?? zoneOf(laneOf(card));
    const zone = pages[key] ? weekAway(from, card, pages[key]) : zoneBeside(board, from, card, across, down);
    if (!zone) tell.say(partsOf(from).day ? 'There is nothing beyond this.' : 'This task has no day yet. Shift and F10 offers some.');
    else {
      tell.send(card, zone, `${nameOf(card)}, ${dayWords(partsOf(zone).day, true)}${goalOf(zone, card, board).replace(/^\S+ \S+ \S+/, '')}.`);
      if (!findLane(board, zone)) turnTo(zone);
    }
    return true;
  }

  /** A week on, at the same time: in a month that is one row down, elsewhere another page. */
  function weekAway(zone, card, by) {
    let found = zone;
    for (let day = 0; day < 7 && found; day++) found = zoneBeside(board, found, card, by, 0);
    return found;
  }

  function turnTo(zone) {
    const shown = lanesOf(board).map(lane => lane.dataset.date).filter(Boolean).sort();
    document.querySelector(`[data-turn="${partsOf(zone).day < shown[0] ? -1 : 1}"]`)?.click();
  }

  function walk(card, lane, event) {
    if (event.key === 'Enter' && !card) return begin(zoneOf(lane));
    if (pages[event.key]) {
      document.querySelector(`[data-turn="${pages[event.key]}"]`)?.click();
      return true;
    }
    const [across, down] = steps[event.key] ?? [];
    if (across === undefined) return false;
    const cards = cardsOf(lane);
    const beside = down && card ? cards[cards.indexOf(card) + down] : null;
    return beside ? focus(beside) : toLane(laneBeside(lane, across, down), card, down);
  }

  /** The lane next to this one on the screen, in that direction. */
  function laneBeside(lane, across, down) {
    const here = lane.getBoundingClientRect();
    const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
    const [x, y] = middle(here);
    let best = null;
    for (const other of lanesOf(board)) {
      const box = other.getBoundingClientRect();
      if (other === lane || !box.width) continue;
      const [ox, oy] = middle(box);
      const ahead = across ? (ox - x) * across : (oy - y) * down;
      const aside = Math.abs(across ? oy - y : ox - x);
      if (ahead < 8 || aside > (across ? here.height : here.width)) continue;
      if (!best || ahead + 2 * aside < best.far) best = { lane: other, far: ahead + 2 * aside };
    }
    return best?.lane;
  }

  function toLane(lane, card, down) {
    if (!lane) return true;
    const cards = cardsOf(lane);
    const level = card?.getBoundingClientRect().top ?? 0;
    const near = down ? cards.at(down > 0 ? 0 : -1) : isTimed(lane)
      ? cards.toSorted((a, b) => Math.abs(a.getBoundingClientRect().top - level) - Math.abs(b.getBoundingClientRect().top - level))[0]
      : cards[0];
    return focus(near ?? lane);
  }

  function focus(element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  /** The form of a new task, begun in that place. */
  function begin(zone) {
    if (!board.querySelector('[data-add-slots], [data-add]')) return false;
    const address = new URL(location.href);
    address.searchParams.delete('task');
    address.searchParams.set('new', zone.replace(/^times:/, 'day:'));
    window.Blazor.navigateTo(address.pathname + address.search);
    return true;
  }

  /** Where no card lies, today is what Tab reaches. */
  function keepStop() {
    const today = lanesOf(board).find(lane => lane.dataset.date === board.dataset.calendar) ?? lanesOf(board)[0];
    const isEmpty = !board.querySelector('[data-cards] > [data-task-id]');
    for (const lane of board.querySelectorAll('[data-zone][tabindex="0"]')) if (!isEmpty || lane !== today) lane.tabIndex = -1;
    if (isEmpty && today) today.tabIndex = 0;
  }

  keepStop();
  return { keepStop, detach: () => stop.abort() };
}
