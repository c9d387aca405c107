// A day's hours begin on the screen where work begins, once per page: after that the person scrolls.
export function showHours(board) {
  let shown = null;

  function look() {
    const hours = board.querySelector('[data-hours]');
    if (!hours || hours === shown) return;
    shown = hours;
    if (hours.scrollTop) return;
    const column = board.querySelector('[data-timed]');
    const hour = (column?.getBoundingClientRect().height ?? 0) / 24;
    hours.scrollTop = Math.max(0, (+hours.dataset.hours - .5) * hour);
  }

  look();
  return { look, detach() { shown = null; } };
}
