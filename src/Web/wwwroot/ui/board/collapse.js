// Narrow columns: a click on the heading folds one up, dragging over it for a while opens it. Which are folded is kept in this browser.
import { lanesOf, zoneOf } from './lanes.js';

const hoverMilliseconds = 600;

export function collapsing(board) {
  const key = `folded:${board.dataset.board}`;
  const folded = new Set(JSON.parse(localStorage.getItem(key) ?? '[]'));
  const stop = new AbortController();
  let waiting = null;

  board.addEventListener('click', event => {
    const button = event.target.closest('[data-fold]');
    if (button) set(button.closest('[data-zone]'), !folded.has(zoneOf(button.closest('[data-zone]'))));
  }, { signal: stop.signal });

  function set(lane, fold) {
    folded[fold ? 'add' : 'delete'](zoneOf(lane));
    localStorage.setItem(key, JSON.stringify([...folded]));
    draw();
  }

  function draw() {
    for (const lane of lanesOf(board)) {
      const fold = folded.has(zoneOf(lane));
      if (lane.hasAttribute('data-folded') !== fold) {
        lane.toggleAttribute('data-folded', fold);
        lane.querySelector('[data-fold]')?.setAttribute('aria-expanded', String(!fold));
      }
    }
  }

  draw();
  return {
    draw,
    isFolded: lane => lane.hasAttribute('data-folded'),
    /** Told of the lane under the hand, or null; a folded one opens after a while. */
    hover(lane) {
      if (waiting?.lane === lane) return;
      clearTimeout(waiting?.timer);
      waiting = lane?.hasAttribute('data-folded') ? { lane, timer: setTimeout(() => set(lane, false), hoverMilliseconds) } : null;
    },
    detach: () => stop.abort(),
  };
}
