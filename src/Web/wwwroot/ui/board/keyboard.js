// The board by keyboard: one tab stop, arrows walk the cards, Space picks up, arrows carry, Space or Enter drops, Esc takes back.
// Each step is announced once.
import { goalOf, isByClock, isTimed, zoneBeside } from './days/days.js';
import { cardsOf, cloneOf, countOf, findCard, findLane, idOf, land, laneOf, lanesOf, listOf, naturalPlace, placeAt, titleOf, zoneOf } from './lanes.js';

/** @param tell { drop(cards, place, box), menu(card), open(card), say(text), undo() } */
export function keyboardBoard(board, picture, tell) {
  const stop = new AbortController();
  let carried = null;
  // The card that has the focus, to have it again when the server draws it elsewhere.
  let focused = null;

  board.addEventListener('keydown', event => {
    const card = event.target.closest?.('[data-task-id]');
    if (!card || event.target !== card) return;
    const run = carried ? carryKeys[event.key] : walkKeys[event.key] ?? (event.key === 'F10' && event.shiftKey ? menu : null);
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    run(card, event);
  }, { signal: stop.signal });
  document.addEventListener('focusin', event => {
    const card = event.target.closest?.('[data-cards] > [data-task-id]');
    focused = card && board.contains(card) ? idOf(card) : null;
    if (focused) makeStop(card);
  }, { signal: stop.signal });
  document.addEventListener('pointerdown', event => {
    if (!event.target.closest?.('[data-task-id]')) focused = null;
  }, { capture: true, signal: stop.signal });
  board.addEventListener('focusout', event => {
    if (carried && event.target === carried.card && !carried.redrawing) putBack('Move cancelled.');
  }, { signal: stop.signal });

  const menu = card => tell.menu(card);
  const walkKeys = {
    ArrowDown: card => focusIn(laneOf(card), indexOf(card) + 1),
    ArrowUp: card => focusIn(laneOf(card), indexOf(card) - 1),
    ArrowRight: card => focusBeside(card, 1),
    ArrowLeft: card => focusBeside(card, -1),
    Home: card => { listOf(laneOf(card)).scrollTop = 0; focusIn(laneOf(card), 0); },
    End: card => focusIn(laneOf(card), Infinity),
    PageDown: card => focusIn(laneOf(card), indexOf(card) + 8),
    PageUp: card => focusIn(laneOf(card), Math.max(0, indexOf(card) - 8)),
    Enter: card => tell.open(card),
    ContextMenu: menu,
    ' ': card => pickUp(card),
  };
  const carryKeys = {
    ArrowDown: () => carry(0, 1),
    ArrowUp: () => carry(0, -1),
    ArrowRight: () => carry(1, 0),
    ArrowLeft: () => carry(-1, 0),
    ' ': () => drop(),
    Enter: () => drop(),
    Escape: () => putBack('Move cancelled. The card is back in its place.'),
    Tab: () => {},
  };

  const lanes = () => lanesOf(board).filter(lane => lane.offsetParent !== null);
  const indexOf = card => cardsOf(laneOf(card)).indexOf(card);

  function makeStop(card) {
    for (const other of board.querySelectorAll('[data-cards] > [tabindex="0"]')) if (other !== card) other.tabIndex = -1;
    card.tabIndex = 0;
  }

  function focusIn(lane, index) {
    const cards = cardsOf(lane);
    const card = cards[Math.max(0, Math.min(index, cards.length - 1))];
    if (!card) return false;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  function focusBeside(card, by) {
    const all = lanes();
    const middle = card.getBoundingClientRect().top;
    for (let at = all.indexOf(laneOf(card)) + by; all[at]; at += by) {
      const cards = cardsOf(all[at]);
      if (!cards.length) continue;
      const near = cards.reduce((best, next) => Math.abs(next.getBoundingClientRect().top - middle) < Math.abs(best.getBoundingClientRect().top - middle) ? next : best);
      focusIn(all[at], cards.indexOf(near));
      return;
    }
  }

  function pickUp(card) {
    if (!card.hasAttribute('data-draggable')) {
      tell.say('You can read this board. Moving cards needs the member role.');
      return;
    }
    const lane = laneOf(card);
    const slot = picture.seen(lane).indexOf(card);
    carried = { card, id: idOf(card), lane, slot, from: { lane, slot }, clone: cloneOf(card), blocked: null, zone: isOrdered(lane) ? zoneOf(lane) : null };
    carried.clone.classList.add('carried');
    show();
    tell.say(`Picked up ${nameOf(card)}. ${where()} Arrow keys move it, Space drops, Escape cancels.`);
  }

  const isOrdered = lane => isByClock(lane) || isTimed(lane);

  /** In a calendar a step to the side is a day, one down a week, a quarter of an hour or a person. */
  function carryByDays(across, down) {
    const zone = zoneBeside(board, carried.zone, carried.card, across, down);
    const lane = zone && findLane(board, zone);
    if (!lane) return tell.say('The page ends here. Alt with an arrow moves the card beyond it.');
    Object.assign(carried, { zone, lane, blocked: lane.dataset.nodrop || null });
    show();
    tell.say(carried.blocked ? `${titleOf(lane)}. ${carried.blocked}` : where());
  }

  function carry(across, down) {
    if (carried.zone && zoneBeside(board, carried.zone, carried.card, 0, 0)) return carryByDays(across, down);
    const all = lanes();
    if (across) {
      const lane = all[all.indexOf(carried.lane) + across];
      if (!lane) return tell.say(across > 0 ? 'This is the last column.' : 'This is the first column.');
      carried.lane = lane;
      carried.zone = isOrdered(lane) ? zoneOf(lane) : null;
      carried.blocked = lane !== carried.from.lane ? lane.dataset.nodrop || null : null;
      carried.slot = Math.min(carried.slot, seats());
      lane.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    } else {
      const slot = carried.slot + down;
      if (slot < 0 || slot > seats()) return tell.say(down > 0 ? 'This is the last place.' : 'This is the first place.');
      carried.slot = slot;
    }
    show();
    tell.say(carried.blocked ? `${titleOf(carried.lane)}. ${carried.blocked}` : where());
  }

  const rest = () => picture.seen(carried.lane).filter(card => idOf(card) !== carried.id);
  const seats = () => rest().length;

  function where() {
    if (carried.zone) return `${goalOf(carried.zone, carried.card, board) || titleOf(carried.lane)}.`;
    const there = countOf(carried.lane) + (carried.lane === carried.from.lane ? 0 : 1);
    const above = +(carried.lane.querySelector('[data-cards]')?.dataset.skip ?? 0);
    return `${titleOf(carried.lane)}, position ${above + carried.slot + 1} of ${there}.`;
  }

  function show() {
    carried.redrawing = true;
    carried.clone.remove();
    const place = carried.blocked ? null : carried.zone ? naturalPlace(carried.zone, carried.card) : placeAt(carried.lane, rest(), carried.slot);
    if (place) land(carried.lane, carried.clone, null);
    carried.place = place;
    picture.put(carried.id, place, carried.clone, true);
    if (place) carried.clone.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // See-through while its clone travels.
    carried.card.classList.add('away');
    carried.card.focus({ preventScroll: true });
    carried.redrawing = false;
  }

  function drop() {
    const { card, id, lane, slot, from, place, blocked, clone } = carried;
    if (blocked) return tell.say(blocked);
    card.classList.remove('away');
    carried = null;
    clone.remove();
    if (lane === from.lane && slot === from.slot && (!place.natural || place.zone === zoneOf(lane))) {
      picture.take(id);
      card.focus();
      return tell.say('Dropped in the same place. Nothing changed.');
    }
    tell.say(place.natural ? `Dropped on ${goalOf(place.zone, card, board) || titleOf(lane)}.` : `Dropped in ${titleOf(lane)}, position ${slot + 1}.`);
    tell.drop([{ id, from: zoneOf(from.lane), card }], place, null);
  }

  function putBack(text) {
    const { card, id } = carried;
    carried = null;
    card.classList.remove('away');
    picture.take(id);
    if (document.activeElement !== card && text.includes('back')) card.focus();
    tell.say(text);
  }

  return {
    /** Keeps exactly one card reachable by Tab, whatever was redrawn. */
    keepStop() {
      if (!board.querySelector('[data-cards] > [tabindex="0"]')) {
        const first = board.querySelector('[data-cards] > [data-task-id]');
        if (first) first.tabIndex = 0;
      }
    },
    /** A card that was drawn anew in another place has lost the focus without anybody's will. */
    keepFocus() {
      if (!focused || document.activeElement !== document.body) return;
      findCard(board, focused)?.focus({ preventScroll: true });
    },
    focus(id) {
      const card = findCard(board, id);
      if (card) {
        makeStop(card);
        card.focus({ preventScroll: true });
        card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      return !!card;
    },
    get carrying() { return carried?.id ?? null; },
    detach: () => stop.abort(),
  };
}

export const nameOf = card => card.querySelector('[data-subject]')?.textContent.trim() || 'the card';
