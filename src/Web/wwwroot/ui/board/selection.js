// Several cards at once: Ctrl or Cmd with a click picks one more, Shift a run of them; Shift+Space does it by key, Esc lets go.
import { cardsOf, findCard, idOf, laneOf } from './lanes.js';
import { chosenIn } from '../many/chosen.js';

export function selection(board, say) {
  const stop = new AbortController();
  const chosen = chosenIn(board.dataset.board);
  chosen.addEventListener('change', draw, { signal: stop.signal });

  board.addEventListener('click', event => {
    const card = event.target.closest?.('[data-cards] > [data-task-id]');
    if (!card) return event.target.closest?.('[data-zone]') && clear();
    if (!card.hasAttribute('data-draggable') || event.target.closest('button')) return;
    if (event.shiftKey && chosen.last) run(card);
    else if (event.ctrlKey || event.metaKey) toggle(card);
    else return clear();
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal: stop.signal });
  board.addEventListener('keydown', event => {
    const card = event.target.matches?.('[data-cards] > [data-draggable]') ? event.target : null;
    if (card && event.key === ' ' && event.shiftKey) {
      toggle(card);
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape' && chosen.size) {
      clear();
      event.stopPropagation();
    }
  }, { capture: true, signal: stop.signal });

  function toggle(card) {
    chosen.toggle(idOf(card));
    tell();
  }

  /** From the card picked last to this one, in their column. */
  function run(card) {
    const cards = cardsOf(laneOf(card));
    const [from, to] = [cards.findIndex(other => idOf(other) === chosen.last), cards.indexOf(card)].sort((a, b) => a - b);
    if (from < 0) return toggle(card);
    chosen.add(cards.slice(from, to + 1).map(idOf));
    tell();
  }

  function clear() {
    if (!chosen.size) return;
    chosen.clear();
    tell();
  }

  function tell() {
    say(chosen.size === 1 ? '1 card selected.' : `${chosen.size} cards selected.`);
  }

  /** Redrawn cards do not know that they are selected. */
  function draw() {
    for (const card of board.querySelectorAll('[data-selected]')) if (!chosen.has(idOf(card))) card.removeAttribute('data-selected');
    for (const id of chosen.ids) findCard(board, id)?.setAttribute('data-selected', '');
  }

  return {
    draw,
    clear,
    get ids() { return chosen.ids; },
    /** The cards that move together with this one, in the order of the board. */
    with(card) {
      if (!chosen.has(idOf(card))) return [card];
      const all = [...board.querySelectorAll('[data-cards] > [data-selected]')];
      return all.length ? all : [card];
    },
    detach: () => stop.abort(),
  };
}
