// A board in the page: dragging, keyboard, menu, windows, and the moves on their way. The server is told once per drop.
import { collapsing } from './collapse.js';
import { dayKeys } from './days/keys.js';
import { customerHours } from './days/customers.js';
import { openDayMenu } from './days/menu.js';
import { dressFor, goalOf, minuteOf, partsOf } from './days/days.js';
import { pointerDrag } from './drag.js';
import { glideFrom } from './glide.js';
import { keyboardBoard, nameOf } from './keyboard.js';
import { cloneOf, findCard, findLane, idOf, land, laneOf, Picture, titleOf, zoneOf } from './lanes.js';
import { showHours } from './days/hours.js';
import { openMoveMenu } from './movemenu.js';
import { Outbox } from './outbox.js';
import { keptPlace } from './places.js';
import { say, sayLater } from '../say.js';
import { selection } from './selection.js';
import { windows } from './windows.js';

const boards = new Map();

/** The page's server has come up for this board: what the hand did until then is told now. Answers with what the server may ask of it. */
export function attach(board, server) {
  const it = bring(board);
  it.connect(server);
  return it;
}

// A painted board answers to the hand at once. The circuit comes later, and draws the board anew.
new MutationObserver(lookForBoards).observe(document.body, { childList: true, subtree: true });
lookForBoards();

function lookForBoards() {
  for (const board of boards.keys()) if (!board.isConnected) boards.get(board).detach();
  for (const board of document.querySelectorAll('[data-board]')) bring(board);
}

function bring(board) {
  if (!boards.has(board)) boards.set(board, live(board));
  return boards.get(board);
}

function live(board) {
  const stop = new AbortController();
  const picture = new Picture(board);
  let server = null;
  let focusAfter = null;

  const tellServer = (name, ...more) => server ? server.invokeMethodAsync(name, ...more) : Promise.reject(new Error('not live yet'));
  const outbox = new Outbox(board.dataset.board, {
    send: gesture => tellServer('Drop', gesture.moves),
    answered,
    connected: () => !!server && document.body.dataset.connection === 'connected',
  });
  const folds = collapsing(board);
  const chosen = selection(board, say);
  const tell = { drop, menu, say, open: openCard, refused: say, together: chosen.with, hover: folds.hover, folded: folds.isFolded, goal, lifted: card => customers.lifted(card) };
  const customers = customerHours(board);
  const detachDrag = pointerDrag(board, picture, tell);
  const keys = keyboardBoard(board, picture, tell);
  const days = dayKeys(board, picture, { ...tell, send: carryTo });
  const hours = showHours(board);
  const spot = keptPlace(board);
  const panes = windows(board, (zone, skip, take) => tellServer('ShowWindow', zone, skip, take));

  const watch = new MutationObserver(() => {
    if (picture.size) picture.settle();
    keys.keepStop();
    days.keepStop();
    keys.keepFocus();
    panes.look();
    folds.draw();
    chosen.draw();
    spot.restore();
    hours.look();
    customers.look();
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
  window.addEventListener('tasklane:connected', () => { outbox.restart(); panes.look(); }, { signal: stop.signal });

  if (board.querySelector('[data-tab-zone]') && !board.querySelector('[data-shown]')) showLane(spot.lane ?? board.dataset.lane ?? board.querySelector('[data-zone]')?.dataset.zone);
  keys.keepStop();
  spot.restore();
  for (const gesture of outbox.waiting) for (const move of gesture.moves) showLanded(findCard(board, String(move.taskId)), move, null);

  function answered(gesture, answer) {
    const later = new Set(outbox.waiting.flatMap(other => other.moves.map(move => move.taskId)));
    for (const { taskId } of gesture.moves) if (!later.has(taskId)) picture.take(String(taskId));
    if (answer.sentence) say(answer.sentence);
    if (answer.gaveUp) tellServer('TakenBack').catch(() => {});
    if (focusAfter && gesture.moves.some(move => String(move.taskId) === focusAfter) && keys.focus(focusAfter)) focusAfter = null;
  }

  /** One gesture, one message, however many cards: each is put under the one before. */
  function drop(parcels, place, box, keepsFocus = false) {
    let above = place.above ? +place.above : null;
    const below = place.below ? +place.below : null;
    const focused = document.activeElement?.closest?.('[data-task-id]');
    const held = focused && parcels.find(parcel => parcel.id === idOf(focused));
    if (held || document.activeElement === document.body) focusAfter = (held ?? parcels[0]).id;
    const underway = new Set(outbox.waiting.flatMap(other => other.moves.map(move => String(move.taskId))));
    const moves = parcels.map(({ id, from, card }) => {
      const move = { operation: crypto.randomUUID(), taskId: +id, fromZone: from, zone: place.zone, above, below: above === null ? below : null, seenDue: underway.has(id) ? null : card.dataset.due ?? null };
      if (!place.natural) above = move.taskId;
      return move;
    });
    parcels.forEach(({ card }, index) => showLanded(card, { ...moves[index], above: place.above && +place.above, below }, box, keepsFocus));
    chosen.clear();
    outbox.put({ operation: moves[0].operation, moves });
  }

  function showLanded(card, move, box, keepsFocus = false) {
    const lane = findLane(board, move.zone);
    if (!card || !lane) return;
    const clone = cloneOf(card);
    clone.dataset.state = 'pending';
    dressFor(clone, lane, move.zone);
    const place = { zone: move.zone, minute: minuteOf(clone), above: move.above && String(move.above), below: move.below && String(move.below), from: move.fromZone };
    land(lane, clone, box);
    picture.put(idOf(card), place, clone, keepsFocus);
  }

  const parcelOf = card => ({ id: idOf(card), from: zoneOf(laneOf(card)), card });

  function goal(zone, card) {
    customers.aim(partsOf(zone).day);
    return board.dataset.calendar ? goalOf(zone, card, board) : '';
  }

  /** By key, straight to a zone, which may lie on another page. */
  function carryTo(card, zone, text) {
    say(text);
    const parcels = chosen.with(card).map(parcelOf);
    drop(parcels, { zone, above: null, below: null, natural: true }, null, true);
    focusAfter = idOf(card);
  }

  function menu(card) {
    if (!card.hasAttribute('data-draggable')) return;
    const open = board.dataset.calendar ? openDayMenu : openMoveMenu;
    open(board, card, zone => {
      focusAfter = idOf(card);
      say(`Moved ${nameOf(card)} to ${goal(zone, card) || titleOf(findLane(board, zone))}.`);
      drop(chosen.with(card).map(parcelOf), { zone, above: null, below: null, natural: true }, card.getBoundingClientRect());
    });
  }

  function openCard(card) {
    card.querySelector('[data-open]')?.click();
  }

  function shortcut(event) {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !typing) {
      event.preventDefault();
      tellServer('UndoLast').catch(() => {});
    }
  }

  function showLane(zone) {
    board.dataset.tabs = '';
    for (const lane of board.querySelectorAll('[data-zone]')) lane.toggleAttribute('data-shown', zoneOf(lane) === zone);
    for (const tab of board.querySelectorAll('[data-tab-zone]')) tab.setAttribute('aria-selected', String(tab.dataset.tabZone === zone));
    panes.look();
    spot.shown(zone);
  }

  let places = new Map();

  return {
    connect(to) {
      server = to;
      outbox.restart();
      panes.look();
      spot.goLive();
    },
    /** Notes where cards stand before they are drawn elsewhere because of others. */
    remember: ids => { places = new Map(ids.map(id => [id, findCard(board, id)?.getBoundingClientRect()])); },
    /** Lets them glide from there, and says who moved them. */
    glide(by) {
      const moved = [...places].filter(([id, from]) => from && glideFrom(findCard(board, id), from, by));
      if (by && moved.length) sayLater(moved.length === 1 ? `${by} moved ${nameOf(findCard(board, moved[0][0]))}.` : `${by} moved ${moved.length} cards.`);
    },
    chosen: () => chosen.ids.map(Number),
    letGo: () => chosen.clear(),
    focus: id => { if (!keys.focus(id)) focusAfter = id; },
    detach() {
      boards.delete(board);
      watch.disconnect();
      detachDrag();
      folds.detach();
      chosen.detach();
      keys.detach();
      days.detach();
      hours.detach();
      customers.detach();
      panes.detach();
      outbox.detach();
      spot.detach();
      stop.abort();
    },
  };
}
