// While a card is held, resting at the side of a calendar or on one of its arrows turns the page.
const restMilliseconds = 700;
/** For whoever rests on: long enough to see the page that came. */
const againMilliseconds = 1400;
const edge = 28;

export function pageTurner(board) {
  let waiting = null;

  function arrow(by) {
    return document.querySelector(`[data-turn="${by}"]`);
  }

  /** The arrow that a point stands for, if any. */
  function arrowAt(under, x, y) {
    if (!board.hasAttribute('data-calendar')) return null;
    const own = under?.closest('[data-turn]');
    if (own) return own;
    const box = (board.querySelector('[data-scroll]') ?? board).getBoundingClientRect();
    if (y < box.top || y > box.bottom) return null;
    return x >= box.left && x < box.left + edge ? arrow(-1) : x <= box.right && x > box.right - edge ? arrow(1) : null;
  }

  function leave() {
    clearTimeout(waiting?.timer);
    waiting?.arrow.classList.remove('aimed');
    waiting = null;
  }

  return {
    /** Told once a frame what is under the hand. */
    at(under, x, y) {
      const found = arrowAt(under, x, y);
      if (found === (waiting?.arrow ?? null)) return;
      leave();
      if (!found) return;
      found.classList.add('aimed');
      const turn = () => {
        found.click();
        waiting = { arrow: found, timer: setTimeout(turn, againMilliseconds) };
      };
      waiting = { arrow: found, timer: setTimeout(turn, restMilliseconds) };
    },
    leave,
  };
}
