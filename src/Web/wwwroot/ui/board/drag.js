// Dragging a card with mouse, pen or thumb. Says nothing to the server while the hand moves: one message per drop.
// Cards go by their ids: the server may draw the one in the hand anew, elsewhere or not at all, and the drag goes on.
import { scrollAtEdges } from './edges.js';
import { atOf, isByClock, isTimed } from './days/days.js';
import { cloneOf, findLane, idOf, laneOf, listOf, naturalPlace, placeUnder, zoneOf } from './lanes.js';
import { pageTurner } from './days/turning.js';

const mouseSlack = 5;
const pressMilliseconds = 250;
const pressSlack = 8;
const rightButton = 2;

/**
 * @param board element that holds the lanes
 * @param picture the Picture of lanes.js
 * @param tell { drop(parcels, place, box), refused(reason), together(card), hover(lane), folded(lane), goal(zone, card), lifted(card or null) }; a parcel is { id, from, card }:
 *   what was lifted, the zone it was lifted from, and how it looked
 * @returns a function that detaches
 */
export function pointerDrag(board, picture, tell) {
  let press = null;
  let held = null;
  // A drag happened since the last press: the click that follows opens nothing, the right button shows no menu.
  let spent = false;
  const stop = new AbortController();
  const turner = pageTurner(board);
  const on = (target, type, run, more = {}) => target.addEventListener(type, run, { signal: stop.signal, ...more });
  const mine = event => event.pointerId === (held ?? press)?.pointer;

  on(window, 'pointerdown', () => { spent = !!held; }, { capture: true });
  on(board, 'pointerdown', event => {
    const card = event.target.closest?.('[data-task-id]');
    if (held || !card || event.button !== 0 || !event.isPrimary || !card.hasAttribute('data-draggable') || event.target.closest('button, input, select, [data-nodrag]')) return;
    press = { id: idOf(card), x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch', pointer: event.pointerId };
    if (!press.touch) return;
    press.timer = setTimeout(lift, pressMilliseconds);
    // The thumb's events go to this very element, even after it has left the page.
    card.addEventListener('touchmove', hold, { passive: false, signal: stop.signal });
  });

  on(window, 'pointermove', event => {
    if (!mine(event)) return;
    if (held) return move(event);
    const away = Math.hypot(event.clientX - press.x, event.clientY - press.y);
    // A thumb that moves before the press is over is scrolling.
    if (press.touch) return away > pressSlack && forget();
    if (away >= mouseSlack) {
      lift();
      if (held) move(event);
    }
  });

  on(window, 'pointerup', event => {
    if (!mine(event)) return;
    if (held) drop();
    forget();
  });
  on(window, 'pointercancel', event => mine(event) && cancel());
  on(document, 'pointerleave', event => mine(event) && cancel());
  on(window, 'blur', cancel);
  on(document, 'visibilitychange', () => document.hidden && cancel());
  on(window, 'keydown', event => {
    if (event.key === 'Escape' && held) {
      event.preventDefault();
      event.stopImmediatePropagation();
      cancel();
    }
  }, { capture: true });
  on(window, 'contextmenu', event => {
    if (held || spent || press?.touch) event.preventDefault();
    if (held && !held.touch) cancel();
  });
  // Once a card is in the hand the page must not scroll under the thumb; passive listeners could not say so.
  on(board, 'touchmove', hold, { passive: false });
  on(board, 'dragstart', event => event.preventDefault());
  on(window, 'click', event => {
    if (!spent || event.detail === 0 || !event.target.closest?.('[data-task-id]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });

  function hold(event) {
    if (held && event.cancelable) event.preventDefault();
  }

  function lift() {
    const { id, x, y, touch, pointer } = press;
    const card = picture.shown(id);
    if (!card) return forget();
    const origin = picture.placeOf(id) ?? originOf(card);
    const box = card.getBoundingClientRect();
    const overlay = cloneOf(card);
    overlay.classList.add('in-hand');
    overlay.style.width = `${box.width}px`;
    overlay.style.height = `${box.height}px`;
    const parcels = tell.together(card).map(one => ({ id: idOf(one), from: zoneOf(laneOf(one)), card: one }));
    if (parcels.length > 1) overlay.dataset.many = parcels.length;
    held = { id, card, seat: card, parcels, overlay, touch, pointer, dx: x - box.left, dy: y - box.top, x, y, from: origin.zone, origin, place: origin, refusal: null };
    for (const parcel of parcels) picture.lift(parcel.id);
    document.body.append(overlay);
    board.classList.add('dragging');
    spent = true;
    tell.lifted(card);
    picture.put(id, origin);
    if (touch) navigator.vibrate?.(12);
    held.frame = requestAnimationFrame(tick);
  }

  function move(event) {
    held.x = event.clientX;
    held.y = event.clientY;
    held.fine = event.shiftKey;
    const outside = held.x < 0 || held.y < 0 || held.x >= innerWidth || held.y >= innerHeight;
    // A button let go elsewhere sends no pointerup here; another button pressed sends no pointerdown.
    if (outside || (!held.touch && (event.buttons === 0 || event.buttons & rightButton))) cancel();
  }

  function tick() {
    if (!held) return;
    try {
      held.overlay.style.transform = `translate(${held.x - held.dx}px, ${held.y - held.dy}px)`;
      const under = document.elementFromPoint(held.x, held.y);
      const lane = under && board.contains(under) ? laneOf(under) : null;
      scrollAtEdges(board, lane && listOf(lane), held.x, held.y);
      turner.at(under, held.x, held.y);
      aim();
      held.frame = requestAnimationFrame(tick);
    } catch (broken) {
      cancel();
      throw broken;
    }
  }

  function aim() {
    const under = document.elementFromPoint(held.x, held.y);
    const tab = under?.closest('[data-tab-zone]');
    const lane = tab ? findLane(board, tab.dataset.tabZone) : under && board.contains(under) ? laneOf(under) : null;
    const elsewhere = lane && zoneOf(lane) !== held.from;
    held.refusal = elsewhere ? lane.dataset.nodrop || null : null;
    mark(lane, tab);
    tell.hover(lane);
    const middle = held.y - held.dy + held.overlay.offsetHeight / 2;
    const place = !lane || (lane.contains(held.seat) && isTimed(lane) && inBox(held.seat)) ? held.origin
      : held.refusal ? null
      : tab || tell.folded(lane) ? naturalPlace(zoneOf(lane))
      : placeUnder(picture, lane, { id: held.id, card: held.card, y: held.y, middle, fine: held.fine });
    held.overlay.classList.toggle('refused', !!held.refusal);
    held.overlay.classList.toggle('over-tab', !!tab);
    held.overlay.dataset.reason = held.refusal ?? '';
    held.overlay.dataset.goal = (place && lane && tell.goal(place.zone, held.card)) ?? '';
    if (!same(place, held.place)) {
      held.place = place;
      picture.put(held.id, place);
    }
  }

  /** A card of a timed lane covers several slots: over the place it was taken from nothing changes. */
  function inBox(seat) {
    const box = seat.getBoundingClientRect();
    return held.x >= box.left && held.x < box.right && held.y >= box.top && held.y < box.bottom;
  }

  function mark(lane, tab) {
    if (held.marked === lane && held.tab === tab) return;
    held.marked?.classList.remove('aimed', 'forbidden');
    held.tab?.classList.remove('aimed');
    held.marked = lane;
    held.tab = tab;
    tab?.classList.add('aimed');
    lane?.classList.add(held.refusal ? 'forbidden' : 'aimed');
  }

  function originOf(card) {
    const lane = laneOf(card);
    if (isTimed(lane)) return naturalPlace(`slot:${atOf(card)}`, card);
    if (isByClock(lane)) return naturalPlace(zoneOf(lane), card);
    const rest = picture.seen(lane);
    const index = rest.indexOf(card);
    return { zone: zoneOf(lane), above: index > 0 ? idOf(rest[index - 1]) : null, below: index < rest.length - 1 ? idOf(rest[index + 1]) : null };
  }

  function drop() {
    aim();
    const { parcels, overlay, place, origin, refusal } = held;
    const box = overlay.getBoundingClientRect();
    end();
    if (refusal || !place || (same(place, origin) && parcels.length === 1)) {
      putBack(parcels);
      if (refusal) tell.refused(refusal);
    } else {
      for (const { id } of parcels) picture.release(id);
      tell.drop(parcels, place, box);
    }
  }

  function cancel() {
    if (held) {
      const { parcels } = held;
      end();
      putBack(parcels);
    }
    forget();
  }

  function putBack(parcels) {
    for (const { id } of parcels) picture.restore(id);
  }

  function end() {
    cancelAnimationFrame(held.frame);
    turner.leave();
    held.overlay.remove();
    mark(null, null);
    board.classList.remove('dragging');
    tell.hover(null);
    tell.lifted(null);
    held = null;
  }

  function forget() {
    clearTimeout(press?.timer);
    press = null;
  }

  return () => {
    cancel();
    stop.abort();
  };
}

const same = (a, b) => a === b || (!!a && !!b && a.zone === b.zone && a.above === b.above && a.below === b.below && !a.natural === !b.natural);
