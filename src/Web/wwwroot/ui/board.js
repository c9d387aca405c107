// A board in the page: dragging, keyboard, menu, windows, and the moves on their way. The server is told once per drop.
import { collapsing } from './collapse.js';
import { pointerDrag } from './drag.js';
import { glideFrom } from './glide.js';
import { keyboardBoard, nameOf } from './keyboard.js';
import { cloneOf, findCard, findLane, idOf, land, laneOf, Picture, titleOf, zoneOf } from './lanes.js';
import { openMoveMenu } from './movemenu.js';
import { Outbox } from './outbox.js';
import { say, sayLater } from './say.js';
import { selection } from './selection.js';
import { windows } from './windows.js';

// What Blazor's script and SignalR say when the message did not leave; a fault of the server reads otherwise and is an answer.
const connectionLost = /not in the 'Connected' State|connection being closed|Circuit has been shut down|underlying connection/i;

export function attach(board, server) {
  const stop = new AbortController();
  const picture = new Picture(board);
  let focusAfter = null;

  const outbox = new Outbox(board.dataset.board, send, answered);
  const folds = collapsing(board);
  const chosen = selection(board, say);
  const tell = { drop, menu, say, open: openCard, refused: say, together: chosen.with, hover: folds.hover, folded: folds.isFolded };
  const detachDrag = pointerDrag(board, picture, tell);
  const keys = keyboardBoard(board, picture, tell);
  const panes = windows(board, (zone, skip, take) => server.invokeMethodAsync('ShowWindow', zone, skip, take));

  const watch = new MutationObserver(() => {
    if (picture.size) picture.settle();
    keys.keepStop();
    panes.look();
    folds.draw();
    chosen.draw();
    if (focusAfter && !picture.has(focusAfter)) keys.focus(focusAfter) && (focusAfter = null);
  });
  watch.observe(board, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-skip', 'data-total'] });

  board.addEventListener('click', event => {
    const button = event.target.closest('[data-move-menu]');
    if (button) menu(button.closest('[data-task-id]'));
    const tab = event.target.closest('[data-tab-zone]');
    if (tab) showLane(tab.dataset.tabZone);
  }, { signal: stop.signal });
  document.addEventListener('keydown', shortcut, { signal: stop.signal });
  window.addEventListener('tasklane:connected', () => outbox.flush(), { signal: stop.signal });

  if (!board.querySelector('[data-shown]')) showLane(board.dataset.lane ?? board.querySelector('[data-zone]')?.dataset.zone);
  keys.keepStop();
  for (const gesture of outbox.waiting) for (const move of gesture.moves) showLanded(findCard(board, String(move.taskId)), move, null);
  outbox.flush();

  async function send(gesture) {
    try {
      return await server.invokeMethodAsync('Drop', gesture.moves);
    } catch (error) {
      if (!navigator.onLine || document.body.dataset.connection !== 'connected' || connectionLost.test(String(error))) throw error;
      console.warn('A move was not answered:', String(error));
      server.invokeMethodAsync('TakenBack').catch(() => {});
      return { ok: false, sentence: 'The move did not reach the server, so the card is back in its place. Try again.' };
    }
  }

  function answered(gesture, answer) {
    for (const move of gesture.moves) picture.take(String(move.taskId));
    if (!answer.ok) say(answer.sentence);
    if (focusAfter && gesture.moves.some(move => String(move.taskId) === focusAfter) && keys.focus(focusAfter)) focusAfter = null;
  }

  /** One gesture, one message, however many cards: each is put under the one before. */
  function drop(cards, place, box) {
    let above = place.above ? +place.above : null;
    const below = place.below ? +place.below : null;
    const held = cards.find(card => card === document.activeElement);
    if (held || document.activeElement === document.body) focusAfter = idOf(held ?? cards[0]);
    const moves = cards.map(card => {
      const move = { operation: crypto.randomUUID(), taskId: +idOf(card), fromZone: zoneOf(laneOf(card)), zone: place.zone, above, below: above === null ? below : null };
      if (!place.natural) above = move.taskId;
      return move;
    });
    cards.forEach((card, index) => showLanded(card, { ...moves[index], above: place.above && +place.above, below }, box));
    chosen.clear();
    outbox.put({ operation: moves[0].operation, moves });
  }

  function showLanded(card, move, box) {
    const lane = findLane(board, move.zone);
    if (!card || !lane) return;
    const clone = cloneOf(card);
    clone.dataset.state = 'pending';
    const place = { zone: move.zone, above: move.above && String(move.above), below: move.below && String(move.below), from: move.fromZone };
    land(lane, clone, box);
    picture.put(idOf(card), place, clone);
  }

  function menu(card) {
    if (!card.hasAttribute('data-draggable')) return;
    openMoveMenu(board, card, zone => {
      focusAfter = idOf(card);
      say(`Moved ${nameOf(card)} to ${titleOf(findLane(board, zone))}.`);
      drop(chosen.with(card), { zone, above: null, below: null, natural: true }, card.getBoundingClientRect());
    });
  }

  function openCard(card) {
    card.querySelector('[data-open]')?.click();
  }

  function shortcut(event) {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !typing) {
      event.preventDefault();
      server.invokeMethodAsync('UndoLast').catch(() => {});
    }
  }

  function showLane(zone) {
    board.dataset.tabs = '';
    for (const lane of board.querySelectorAll('[data-zone]')) lane.toggleAttribute('data-shown', zoneOf(lane) === zone);
    for (const tab of board.querySelectorAll('[data-tab-zone]')) tab.setAttribute('aria-selected', String(tab.dataset.tabZone === zone));
    panes.look();
  }

  let places = new Map();

  return {
    /** Notes where cards stand before they are drawn elsewhere because of others. */
    remember: ids => { places = new Map(ids.map(id => [id, findCard(board, id)?.getBoundingClientRect()])); },
    /** Lets them glide from there, and says who moved them. */
    glide(by) {
      const moved = [...places].filter(([id, from]) => from && glideFrom(findCard(board, id), from, by));
      if (by && moved.length) sayLater(moved.length === 1 ? `${by} moved ${nameOf(findCard(board, moved[0][0]))}.` : `${by} moved ${moved.length} cards.`);
    },
    focus: id => { if (!keys.focus(id)) focusAfter = id; },
    detach() {
      watch.disconnect();
      detachDrag();
      folds.detach();
      chosen.detach();
      keys.detach();
      panes.detach();
      stop.abort();
    },
  };
}
