// Where somebody was: how far each column, the board and the page were scrolled, the column shown on a phone, the card with the focus.
// Kept for this tab and address, so that a reload (the person's own, or shell.js's when the circuit is gone) and the way back find it.
import { findCard, findLane, idOf, lanesOf, listOf, zoneOf } from './lanes.js';

const patience = 2500;
const handsOn = ['pointerdown', 'wheel', 'touchstart', 'keydown'];

/** A task beside the board is another address, but the same board. */
function addressKey() {
  const parameters = new URLSearchParams(location.search);
  parameters.delete('task');
  return `place:${location.pathname}?${parameters}`;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function keptPlace(board) {
  const stop = new AbortController();
  let key, kept, wanted, later;
  let live = false;
  expect();

  board.addEventListener('scroll', scrolled, { capture: true, passive: true, signal: stop.signal });
  board.addEventListener('click', soon, { signal: stop.signal });
  document.addEventListener('focusin', soon, { signal: stop.signal });
  window.addEventListener('pagehide', save, { signal: stop.signal });
  window.addEventListener('popstate', () => { if (addressKey() !== key) expect(); }, { signal: stop.signal });
  for (const type of handsOn) window.addEventListener(type, () => { wanted = null; }, { capture: true, passive: true, signal: stop.signal });

  /** What was kept for this address is put back until somebody uses the page: the server may draw the board in several steps. */
  function expect() {
    key = addressKey();
    const found = read(key);
    kept = found ?? { tops: {} };
    // Columns not yet on the screen wait for their turn, however long it takes.
    kept.waiting = new Set(Object.keys(kept.tops));
    wanted = found && { card: kept.card, until: performance.now() + patience };
  }

  const restoring = () => wanted && performance.now() < wanted.until;

  function restore() {
    if (!restoring()) return;
    board.scrollLeft = kept.left;
    // A painted board that is not live yet holds only the first cards: far down there would be a hole.
    if (!live) return;
    for (const zone of Object.keys(kept.tops)) bringBack(zone);
    const card = wanted.card && findCard(board, wanted.card);
    if (card && document.activeElement === document.body) {
      card.focus({ preventScroll: true });
      wanted.card = null;
    }
  }

  function bringBack(zone) {
    const lane = findLane(board, zone);
    if (!lane || listOf(lane).clientHeight === 0) return;
    listOf(lane).scrollTop = kept.tops[zone];
    kept.waiting.delete(zone);
  }

  /** Noted at once: on a phone the column may be off the screen, without a height, before it is written down. */
  function scrolled(event) {
    const lane = event.target.closest('[data-zone]');
    if (lane && event.target === listOf(lane) && event.target.clientHeight > 0 && addressKey() === key && !restoring()) kept.tops[zoneOf(lane)] = event.target.scrollTop;
    soon();
  }

  function soon() {
    later ??= setTimeout(save, 150);
  }

  function save() {
    clearTimeout(later);
    later = null;
    if (!board.isConnected) return;
    if (addressKey() !== key) [key, kept, wanted] = [addressKey(), { tops: {}, waiting: new Set() }, null];
    if (live && !restoring()) note();
  }

  function note() {
    for (const lane of lanesOf(board)) {
      if (listOf(lane).clientHeight === 0) continue;
      kept.tops[zoneOf(lane)] = listOf(lane).scrollTop;
      kept.waiting.delete(zoneOf(lane));
    }
    const shown = board.querySelector('[data-shown]');
    const card = document.activeElement?.closest('[data-cards] > [data-task-id]');
    const { waiting, ...plain } = Object.assign(kept, { left: board.scrollLeft, lane: shown && zoneOf(shown), card: card && idOf(card) });
    sessionStorage.setItem(key, JSON.stringify(plain));
  }

  return {
    /** The zone shown on a phone before, if it is still there. */
    get lane() { return kept.lane && findLane(board, kept.lane) ? kept.lane : undefined; },
    /** A column came on the screen. */
    shown(zone) {
      if (kept.waiting.has(zone)) bringBack(zone);
      board.querySelector('[data-tab-zone][aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    restore,
    /** The server answers: other parts of a column can be asked for. */
    goLive() {
      live = true;
      if (wanted) wanted.until = performance.now() + patience;
      restore();
    },
    detach() {
      clearTimeout(later);
      stop.abort();
    },
  };
}

/** The page's own scroll: it is the frame's content that scrolls, which browsers do not restore. */
export function keepPageScroll() {
  const keyOf = () => `page:${location.pathname}`;
  document.addEventListener('scroll', event => {
    if (event.target.id === 'main') sessionStorage.setItem(keyOf(), event.target.scrollTop);
  }, { capture: true, passive: true });
  const back = () => {
    const main = document.getElementById('main');
    const top = +(sessionStorage.getItem(keyOf()) ?? 0);
    if (main && top) main.scrollTop = top;
  };
  if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') return;
  // First on what was prerendered, then on what the circuit drew in its place.
  back();
  new MutationObserver((_, watch) => {
    if (!document.body.hasAttribute('data-interactive')) return;
    watch.disconnect();
    back();
  }).observe(document.body, { attributes: true, attributeFilter: ['data-interactive'] });
}
