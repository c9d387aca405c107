// A board scrolls by itself while a card is held near an edge, faster nearer to it.
const near = 60;
const fastest = 18;

/** Scrolls what lies under a point by one frame's worth. @param list the list of cards under the point, if any */
export function scrollAtEdges(board, list, x, y) {
  const sheet = board.querySelector('[data-scroll]');
  const tall = list?.closest('[data-scroll]') ?? list;
  if (tall) push(tall, 'scrollTop', y, 'top', 'bottom');
  push(sheet ?? board, 'scrollLeft', x, 'left', 'right');
}

function push(element, property, at, low, high) {
  const box = element.getBoundingClientRect();
  const into = at < box[low] + near ? at - box[low] - near : at > box[high] - near ? at - box[high] + near : 0;
  if (into) element[property] += Math.max(-1, Math.min(1, into / near)) * fastest;
}
