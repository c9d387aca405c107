// Geometry of lanes (drop zones that hold cards in a column) and the optimistic picture of moves that the server has not drawn yet.
// The lanes of a calendar (days.js) order their cards by the clock, or stand them at their time: then a place is natural, and only the zone says it.
// Nodes of the server's renderer are never moved: a card on its way is a clone in the lane's landing layer, the real one is hidden,
// and neighbours make room by transform alone. All cards of a lane have the same height, so places are plain arithmetic.

import { atOf, isByClock, isTimed, laneNameOf, minuteOf, slotUnder, timeIn, topOf } from './days/days.js';

export const cardsOf = lane => [...lane.querySelectorAll(':scope [data-cards] > [data-task-id]')];
export const listOf = lane => lane.querySelector('[data-cards]');
export const laneOf = element => element?.closest('[data-zone]:not([data-slot])') ?? null;
export const idOf = card => card.dataset.taskId;
export const zoneOf = lane => lane.dataset.zone;
export const titleOf = lane => lane.dataset.title;
export const countOf = lane => +(lane.querySelector('[data-count]')?.dataset.count ?? 0);

export const findLane = (board, zone) => board.querySelector(`[data-zone="${CSS.escape(laneNameOf(zone))}"]`);
export const lanesOf = board => [...board.querySelectorAll('[data-zone]:not([data-slot])')];
export const findCard = (board, id) => board.querySelector(`[data-cards] > [data-task-id="${CSS.escape(id)}"]`);

/** Height of a lane's cards and the gap below each, in CSS pixels. */
export function stepOf(lane) {
  const style = getComputedStyle(lane);
  return parseFloat(style.getPropertyValue('--card-height')) + parseFloat(style.getPropertyValue('--card-gap'));
}

/** Top of the first card of a lane, inside its scrolled content. */
export function firstTop(lane) {
  const list = listOf(lane);
  return lane.querySelector('[data-above]').getBoundingClientRect().bottom - list.getBoundingClientRect().top + list.scrollTop;
}

/** The moves that are shown but not yet drawn by the server. One of them may still be in the hand. */
export class Picture {
  #board;
  #moves = new Map();
  #touched = new Set();
  /** Cards in the hand, with what they were before: a move on its way, or null. */
  #inHand = new Map();

  constructor(board) {
    this.#board = board;
  }

  get size() {
    return this.#moves.size;
  }

  has(id) {
    return this.#moves.has(id);
  }

  /** The card as it is seen: its clone where it landed, else the server's own. */
  shown(id) {
    return this.#moves.get(id)?.clone ?? findCard(this.#board, id);
  }

  /** Where a card on its way is shown; null when it is not. */
  placeOf(id) {
    return this.#moves.get(id)?.place ?? null;
  }

  /** Takes the card off the board into a hand. */
  lift(id) {
    const before = this.#moves.get(id) ?? null;
    before?.clone?.remove();
    this.#inHand.set(id, before);
    this.#moves.set(id, { place: null, clone: null, keepsFocus: false });
    this.draw();
  }

  /** The hand let go of it; where it goes is said by `put`. */
  release(id) {
    this.#inHand.delete(id);
  }

  /** The hand gave it back: to where an earlier move had brought it, if that one is still on its way, else to the server's place. */
  restore(id) {
    const before = this.#inHand.get(id);
    this.#inHand.delete(id);
    const lane = before?.clone && findLane(this.#board, before.place.zone);
    const card = findCard(this.#board, id);
    if (!lane || (card && laneOf(card) === lane)) return this.take(id);
    lane.querySelector('[data-landing]').append(before.clone);
    this.#moves.set(id, before);
    this.draw();
  }

  /**
   * Shows the card between two others of a lane. `place` = { zone, above, below } with ids or null.
   * A card that must keep the focus is not hidden, for a hidden element cannot have it.
   */
  put(id, place, clone = null, keepsFocus = false) {
    const before = this.#moves.get(id);
    this.#moves.set(id, { place, clone: clone ?? before?.clone ?? null, keepsFocus });
    this.draw();
  }

  /** The server's own drawing of the card is right again. One in the hand stays there. */
  take(id) {
    const move = this.#moves.get(id);
    if (this.#inHand.has(id)) this.#inHand.set(id, null);
    if (!move || this.#inHand.has(id)) return;
    move.clone?.remove();
    this.#moves.delete(id);
    this.draw();
  }

  /** A lane's cards as seen: without those that are on their way elsewhere. */
  seen(lane) {
    return cardsOf(lane).filter(card => !this.#moves.has(idOf(card)));
  }

  /** Forgets clones whose card the server has drawn in its new lane. */
  settle() {
    for (const [id, move] of this.#moves) {
      const card = findCard(this.#board, id);
      const crossed = move.clone && move.place?.from && move.place.from !== move.place.zone;
      if (crossed && card && zoneShown(card, move.place.zone) === move.place.zone) {
        move.clone.remove();
        this.#moves.delete(id);
      }
    }
    this.draw();
  }

  draw() {
    const touched = new Set();
    const hide = card => {
      const { keepsFocus } = this.#moves.get(idOf(card));
      card.style.visibility = keepsFocus ? '' : 'hidden';
      card.classList.toggle('away', keepsFocus);
      touched.add(card);
    };
    for (const lane of this.#lanes()) {
      const all = cardsOf(lane);
      const rest = all.filter(card => !this.#moves.has(idOf(card)));
      all.filter(card => this.#moves.has(idOf(card))).forEach(hide);
      const gaps = this.#gapsIn(lane, rest);
      if (isTimed(lane)) {
        for (const { move } of gaps) if (move.clone) move.clone.style.top = `${topOf(lane, timeIn(move.place.zone))}px`;
        continue;
      }
      const step = stepOf(lane);
      rest.forEach((card, index) => {
        const shown = index + gaps.filter(gap => gap.index <= index).length;
        const shift = (shown - all.indexOf(card)) * step;
        if (shift || this.#touched.has(card)) {
          card.style.transform = shift ? `translateY(${shift}px)` : '';
          if (shift) touched.add(card);
        }
      });
      const top = firstTop(lane);
      gaps.forEach((gap, order) => {
        if (gap.move.clone) gap.move.clone.style.top = `${top + (gap.index + order) * step}px`;
      });
    }
    for (const card of this.#touched) {
      if (!touched.has(card)) card.style.transform = '';
      if (touched.has(card) && this.#moves.has(idOf(card))) continue;
      card.style.visibility = '';
      card.classList.remove('away');
    }
    this.#touched = touched;
  }

  #gapsIn(lane, rest) {
    return [...this.#moves.values()]
      .filter(move => move.place && laneNameOf(move.place.zone) === zoneOf(lane))
      .map(move => ({ move, index: isByClock(lane) ? slotAt(rest, move.place.minute ?? 0) : slotOf(rest, move.place) }))
      .sort((a, b) => a.index - b.index);
  }

  /** Lanes that a move leaves or enters, and those drawn before. */
  #lanes() {
    const lanes = new Set([...this.#touched].map(laneOf));
    for (const [id, move] of this.#moves) {
      const card = findCard(this.#board, id);
      if (card) lanes.add(laneOf(card));
      if (move.place) lanes.add(findLane(this.#board, move.place.zone));
    }
    lanes.delete(null);
    return lanes;
  }
}

/** The zone in which the server has drawn a card, told as finely as the zone it was dropped on. */
function zoneShown(card, wanted) {
  return timeIn(wanted) && atOf(card) && isTimed(laneOf(card)) ? `slot:${atOf(card)}` : zoneOf(laneOf(card));
}

/** Index among cards in the order of the clock. */
const slotAt = (rest, minute) => rest.filter(card => minuteOf(card) <= minute).length;

/** Index among the cards seen that a place stands for; neighbours may have moved since. */
export function slotOf(rest, { above, below }) {
  const after = above ? rest.findIndex(card => idOf(card) === above) : -1;
  if (after >= 0) return after + 1;
  const before = below ? rest.findIndex(card => idOf(card) === below) : -1;
  return before >= 0 ? before : above ? rest.length : 0;
}

/** The place at a slot: its neighbours. */
export function placeAt(lane, rest, slot) {
  const index = Math.max(0, Math.min(slot, rest.length));
  return { zone: zoneOf(lane), above: index > 0 ? idOf(rest[index - 1]) : null, below: index < rest.length ? idOf(rest[index]) : null };
}

/**
 * The place under a point.
 * @param hand { id, card, y, middle, fine }: the card held, the point's height, the middle of the card in the hand, whether time snaps finely
 */
export function placeUnder(picture, lane, hand) {
  if (isTimed(lane)) return naturalPlace(slotUnder(lane, hand.y, hand.fine), hand.card);
  if (isByClock(lane)) return naturalPlace(zoneOf(lane), hand.card);
  const list = listOf(lane);
  const rest = picture.seen(lane).filter(card => idOf(card) !== hand.id);
  const into = hand.middle - list.getBoundingClientRect().top + list.scrollTop - firstTop(lane);
  return placeAt(lane, rest, Math.round(into / stepOf(lane) - 0.5));
}

/** A place that the lane's own order decides. */
export const naturalPlace = (zone, card) => ({ zone, above: null, below: null, natural: true, minute: card ? minuteOf(card) : 0 });

/** Makes the stand-in that is shown while the server has not drawn the card in its new place. */
export function cloneOf(card) {
  const clone = card.cloneNode(true);
  clone.removeAttribute('id');
  clone.classList.remove('is-focused', 'landed');
  clone.style.cssText = '';
  clone.tabIndex = -1;
  return clone;
}

/** Puts a clone into a lane's landing layer, gliding in from where the hand let go. */
export function land(lane, clone, from) {
  clone.classList.add('landed');
  lane.querySelector('[data-landing]').append(clone);
  if (!from || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  requestAnimationFrame(() => {
    const to = clone.getBoundingClientRect();
    clone.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }], { duration: 140, easing: 'cubic-bezier(.2,.7,.3,1)' });
  });
}
