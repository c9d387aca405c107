// Only the part of a lane that is near the screen is in the page. Scrolling asks the server for another part, once per frame at most.
import { cardsOf, firstTop, lanesOf, listOf, stepOf, zoneOf } from './lanes.js';

const spare = 12;

/** Before a part that nobody answered for is asked for again. */
const pause = 500;

/** @param ask (zone, skip, take) => Promise */
export function windows(board, ask) {
  const stop = new AbortController();
  const asked = new Map();
  let frame = 0;

  board.addEventListener('scroll', event => {
    if (event.target.matches?.('[data-cards]')) schedule();
  }, { capture: true, passive: true, signal: stop.signal });
  window.addEventListener('resize', schedule, { signal: stop.signal });

  function schedule() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (stop.signal.aborted) return;
      for (const lane of lanesOf(board)) look(lane);
    });
  }

  function look(lane) {
    const list = listOf(lane);
    const total = +(list.dataset.total ?? 0);
    const skip = +(list.dataset.skip ?? 0);
    const have = cardsOf(lane).length;
    if (have >= total || list.clientHeight === 0) return;
    const step = stepOf(lane);
    const first = Math.max(0, Math.floor((list.scrollTop - firstTopWithout(lane, skip, step)) / step));
    const shown = Math.ceil(list.clientHeight / step) + 1;
    const last = Math.min(total, first + shown);
    if (first >= skip + (skip ? 3 : 0) && last <= skip + have - (skip + have < total ? 3 : 0)) return;
    const from = Math.max(0, first - spare);
    const wish = `${from}`;
    if (asked.get(lane) === wish) return;
    asked.set(lane, wish);
    ask(zoneOf(lane), from, shown + 2 * spare)
      .finally(() => asked.delete(lane))
      .then(schedule, () => setTimeout(schedule, pause));
  }

  /** Where the lane's very first card would stand. */
  const firstTopWithout = (lane, skip, step) => firstTop(lane) - skip * step;

  schedule();
  return { look: schedule, detach: () => stop.abort() };
}
