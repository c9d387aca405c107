// Dragging a card with mouse, pen or thumb. Says nothing to the server while the hand moves: one message per drop.
import { cloneOf, idOf, laneOf, listOf, placeUnder } from './lanes.js';

const mouseSlack = 5;
const pressMilliseconds = 250;
const pressSlack = 8;
const edge = 60;
const fastest = 18;

/**
 * @param board element that holds the lanes
 * @param picture the Picture of lanes.js
 * @param tell { drop(cards, place, box), refused(reason), together(card), hover(lane), folded(lane) }
 * @returns a function that detaches
 */
export function pointerDrag(board, picture, tell) {
  let press = null;
  let held = null;
  const stop = new AbortController();
  const on = (target, type, run, more = {}) => target.addEventListener(type, run, { signal: stop.signal, ...more });

  on(board, 'pointerdown', event => {
    const card = event.target.closest?.('[data-task-id]');
    if (held || !card || event.button !== 0 || !event.isPrimary || !card.hasAttribute('data-draggable') || event.target.closest('button, input, select, [data-nodrag]')) return;
    press = { card, x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch', pointer: event.pointerId };
    if (press.touch) press.timer = setTimeout(() => lift(press.x, press.y), pressMilliseconds);
  });

  on(window, 'pointermove', event => {
    if (held) return move(event);
    if (!press || event.pointerId !== press.pointer) return;
    const away = Math.hypot(event.clientX - press.x, event.clientY - press.y);
    // A thumb that moves before the press is over is scrolling.
    if (press.touch ? away > pressSlack : false) return forget();
    if (!press.touch && away >= mouseSlack) {
      lift(press.x, press.y);
      move(event);
    }
  });

  on(window, 'pointerup', event => {
    if (held && event.pointerId === held.pointer) drop();
    forget();
  });
  on(window, 'pointercancel', () => cancel());
  on(window, 'blur', () => cancel());
  on(document, 'visibilitychange', () => document.hidden && cancel());
  on(document, 'pointerleave', () => cancel());
  on(window, 'keydown', event => {
    if (event.key === 'Escape' && held) {
      event.preventDefault();
      event.stopImmediatePropagation();
      cancel();
    }
  }, { capture: true });
  on(window, 'contextmenu', event => {
    if (held || press?.touch) event.preventDefault();
    if (held && !held.touch) cancel();
  });
  // Once a card is in the hand the page must not scroll under the thumb; passive listeners could not say so.
  on(board, 'touchmove', event => held && event.preventDefault(), { passive: false });
  on(board, 'dragstart', event => event.preventDefault());
  // The click that ends a drag must not open the card.
  on(window, 'click', event => {
    if (performance.now() - (pointerDrag.endedAt ?? -1000) < 60 && event.target.closest?.('[data-task-id]')) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, { capture: true });

  function lift(x, y) {
    const { card, touch, pointer } = press;
    const box = card.getBoundingClientRect();
    const overlay = cloneOf(card);
    overlay.classList.add('in-hand');
    overlay.style.width = `${box.width}px`;
    overlay.style.height = `${box.height}px`;
    const cards = tell.together(card);
    if (cards.length > 1) overlay.dataset.many = cards.length;
    held = { card, cards, id: idOf(card), overlay, touch, pointer, dx: x - box.left, dy: y - box.top, x, y, from: laneOf(card), place: null, refusal: null };
    held.origin = originOf(card);
    held.place = held.origin;
    document.body.append(overlay);
    board.classList.add('dragging');
    for (const other of cards) if (other !== card) picture.put(idOf(other), null);
    picture.put(held.id, held.place);
    navigator.vibrate?.(touch ? 12 : 0);
    follow();
    held.frame = requestAnimationFrame(tick);
  }

  function move(event) {
    if (event.pointerId !== held.pointer) return;
    held.x = event.clientX;
    held.y = event.clientY;
    // A button let go outside the window sends no pointerup here.
    if (!held.touch && event.buttons === 0) cancel();
  }

  function tick() {
    if (!held) return;
    follow();
    scrollAtEdges();
    aim();
    held.frame = requestAnimationFrame(tick);
  }

  function follow() {
    held.overlay.style.transform = `translate(${held.x - held.dx}px, ${held.y - held.dy}px)`;
  }

  function aim() {
    const under = document.elementFromPoint(held.x, held.y);
    const tab = under?.closest('[data-tab-zone]');
    const lane = tab ? board.querySelector(`[data-zone="${CSS.escape(tab.dataset.tabZone)}"]`) : under && board.contains(under) ? laneOf(under) : null;
    mark(lane, tab);
    tell.hover(lane);
    held.refusal = lane && lane !== held.from ? lane.dataset.nodrop || null : null;
    const middle = held.y - held.dy + held.overlay.offsetHeight / 2;
    const place = !lane ? held.origin
      : held.refusal ? null
      : tab || tell.folded(lane) ? { zone: lane.dataset.zone, above: null, below: null, natural: true }
      : placeUnder(board, picture, lane, middle, held.id);
    held.overlay.classList.toggle('refused', !!held.refusal);
    held.overlay.classList.toggle('over-tab', !!tab);
    held.overlay.dataset.reason = held.refusal ?? '';
    if (!same(place, held.place)) {
      held.place = place;
      picture.put(held.id, place);
    }
  }

  function mark(lane, tab) {
    if (held.marked === lane && held.tab === tab) return;
    held.marked?.classList.remove('aimed', 'forbidden');
    held.tab?.classList.remove('aimed');
    held.marked = lane;
    held.tab = tab;
    tab?.classList.add('aimed');
    lane?.classList.add(lane !== held.from && lane.dataset.nodrop ? 'forbidden' : 'aimed');
  }

  function scrollAtEdges() {
    const lane = laneOf(document.elementFromPoint(held.x, held.y));
    if (lane && board.contains(lane)) push(listOf(lane), 'scrollTop', held.y, 'top', 'bottom');
    push(board, 'scrollLeft', held.x, 'left', 'right');
  }

  function push(element, property, at, low, high) {
    const box = element.getBoundingClientRect();
    const near = at < box[low] + edge ? at - box[low] - edge : at > box[high] - edge ? at - box[high] + edge : 0;
    if (near) element[property] += Math.max(-1, Math.min(1, near / edge)) * fastest;
  }

  function originOf(card) {
    const lane = laneOf(card);
    const rest = picture.seen(lane);
    const index = rest.indexOf(card);
    return { zone: lane.dataset.zone, above: index > 0 ? idOf(rest[index - 1]) : null, below: index < rest.length - 1 ? idOf(rest[index + 1]) : null };
  }

  function drop() {
    aim();
    const { cards, overlay, place, origin, refusal } = held;
    const box = overlay.getBoundingClientRect();
    end();
    if (refusal || !place || (same(place, origin) && cards.length === 1)) {
      cards.forEach(card => picture.take(idOf(card)));
      if (refusal) tell.refused(refusal);
    } else {
      tell.drop(cards, place, box);
    }
  }

  function cancel() {
    if (held) {
      const { cards } = held;
      end();
      cards.forEach(card => picture.take(idOf(card)));
    }
    forget();
  }

  function end() {
    cancelAnimationFrame(held.frame);
    held.overlay.remove();
    mark(null, null);
    board.classList.remove('dragging');
    pointerDrag.endedAt = performance.now();
    tell.hover(null);
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
