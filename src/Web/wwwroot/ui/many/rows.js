// Rows of a list: one tab stop, arrows walk, Space selects, Shift extends, Enter opens. Selected by mouse with the boxes, Ctrl and Shift.
import { say } from '../say.js';
import { chosenIn } from './chosen.js';

const lists = new Map();

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

// A painted list answers to the hand at once. The circuit comes later, and draws it anew.
function look() {
  for (const list of lists.keys()) {
    if (list.isConnected) lists.get(list).draw();
    else {
      lists.get(list).detach();
      lists.delete(list);
    }
  }
  for (const list of document.querySelectorAll('[data-list]')) if (!lists.has(list)) lists.set(list, live(list));
}

function live(list) {
  const stop = new AbortController();
  const chosen = chosenIn(list.dataset.list);
  const rows = () => [...list.querySelectorAll('[data-cards] > [data-task-id]')];
  const idOf = row => row.dataset.taskId;
  const selects = () => list.hasAttribute('data-selects');
  // The row with the focus, to have it again when the server draws it elsewhere.
  let focused = null;

  list.addEventListener('click', clicked, { signal: stop.signal });
  list.addEventListener('mousedown', event => {
    // Shift marks rows here, not text.
    if (event.shiftKey && event.target.closest('[data-cards]')) event.preventDefault();
  }, { signal: stop.signal });
  list.addEventListener('keydown', pressed, { signal: stop.signal });
  document.addEventListener('focusin', event => {
    const row = event.target.closest?.('[data-cards] > [data-task-id]');
    focused = row && list.contains(row) ? idOf(row) : null;
    if (focused) makeStop(row);
  }, { signal: stop.signal });
  chosen.addEventListener('change', draw, { signal: stop.signal });
  draw();

  function clicked(event) {
    if (event.target.matches('[data-pick-all]')) return pickPage(event.target.checked);
    const row = event.target.closest('[data-cards] > [data-task-id]');
    if (!row || event.target.closest('button')) return;
    if (event.target.closest('td')?.querySelector('[data-pick]')) {
      // The label passes its click on to the box.
      if (!event.target.matches('[data-pick]')) return event.shiftKey && chosen.last ? (event.preventDefault(), run(row)) : undefined;
      if (event.shiftKey && chosen.last) run(row);
      else toggle(row);
      return;
    }
    if (selects() && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      row.focus({ preventScroll: true });
      if (event.shiftKey && chosen.last) run(row);
      else toggle(row);
    } else if (!event.target.closest('a') && getSelection().isCollapsed) open(row);
  }

  function pressed(event) {
    const row = event.target.matches('[data-cards] > [data-task-id]') ? event.target : null;
    if (!row || event.altKey) return;
    const all = event.ctrlKey || event.metaKey;
    if (all && event.key.toLowerCase() === 'a' && selects()) pickPage(true);
    else if (all) return;
    else if (event.key in steps) walk(row, steps[event.key], event.shiftKey);
    else if (event.key === ' ' && selects()) event.shiftKey && chosen.last ? run(row) : toggle(row);
    else if (event.key === 'Enter') open(row);
    else if (event.key === 'Escape' && chosen.size) chosen.clear(), say('Nothing is selected.');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

  function walk(row, by, extend) {
    const all = rows();
    const from = all.indexOf(row);
    const next = all[Math.max(0, Math.min(all.length - 1, from + by))];
    if (extend && selects()) {
      chosen.last ??= idOf(row);
      const [low, high] = [from, all.indexOf(next)].sort((a, b) => a - b);
      chosen.add(all.slice(low, high + 1).map(idOf));
      tell();
    }
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  const open = row => row.querySelector('[data-open]')?.click();

  function toggle(row) {
    chosen.toggle(idOf(row));
    tell();
  }

  /** From the row picked last to this one. */
  function run(row) {
    const all = rows();
    const [from, to] = [all.findIndex(other => idOf(other) === chosen.last), all.indexOf(row)].sort((a, b) => a - b);
    if (from < 0) return toggle(row);
    chosen.add(all.slice(from, to + 1).map(idOf));
    tell();
  }

  function pickPage(on) {
    const ids = rows().map(idOf);
    if (on) chosen.add(ids);
    else chosen.remove(ids);
    tell();
  }

  function tell() {
    say(chosen.size === 1 ? '1 task selected.' : `${chosen.size} tasks selected.`);
  }

  function makeStop(row) {
    for (const other of list.querySelectorAll('[data-cards] > [tabindex="0"]')) if (other !== row) other.tabIndex = -1;
    row.tabIndex = 0;
  }

  /** Redrawn rows know neither that they are selected nor that they had the focus. */
  function draw() {
    const all = rows();
    let marked = 0;
    for (const row of all) {
      const on = chosen.has(idOf(row));
      marked += on;
      row.toggleAttribute('data-selected', on);
      if (!selects()) continue;
      row.setAttribute('aria-selected', String(on));
      row.querySelector('[data-pick]').checked = on;
    }
    const whole = list.querySelector('[data-pick-all]');
    if (whole) [whole.checked, whole.indeterminate] = [marked > 0 && marked === all.length, marked > 0 && marked < all.length];
    if (all.length && !list.querySelector('[data-cards] > [tabindex="0"]')) all[0].tabIndex = 0;
    if (focused && document.activeElement === document.body) list.querySelector(`[data-cards] > [data-task-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  return { draw, detach: () => stop.abort() };
}
