// Keys of focus mode: whatever says `data-key="c Enter"` is pressed by these. The sitting is kept for this tab.
import { mayActAlone } from '../shortcuts.js';

export const read = key => sessionStorage.getItem(key);

export function keep(key, trail) {
  try {
    sessionStorage.setItem(key, trail);
  } catch {
    // A full storage: the sitting lives as long as the page does.
  }
}

document.addEventListener('keydown', event => {
  const page = document.querySelector('[data-focus]');
  if (!page || event.defaultPrevented || event.isComposing || event.altKey || document.querySelector('[data-drawer], dialog[open], [popover]:popover-open')) return;
  const back = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  if ((event.ctrlKey || event.metaKey) && !back) return;
  const key = back ? 'u' : event.key;
  if (event.target.closest?.('input, textarea, select') && key !== 'Escape') return;
  if (key === 'Enter' && event.target.closest?.('a, button, summary')) return;
  if (key.length === 1 && !back && !mayActAlone(event)) return;
  if (event.repeat) return;
  if (press(page, key)) event.preventDefault();
  else if (asked && Date.now() - asked < 2000) early = key;
  asked = key === 's' ? Date.now() : 0;
});
new MutationObserver(() => {
  const page = document.querySelector('[data-focus]');
  if (early && press(page, early)) early = null;
  firstOf(page);
}).observe(document.body, { childList: true, subtree: true });

// When the choices were asked for, and a choice that was typed before they stood there.
let asked = 0;
let early = null;

function press(page, key) {
  // What was asked last answers first.
  const pressed = [...(page?.querySelectorAll('[data-hands] .ask [data-key]') ?? []), ...(page?.querySelectorAll('[data-key]') ?? [])]
    .find(one => one.dataset.key.split(' ').includes(key) && !one.disabled);
  pressed?.click();
  return !!pressed;
}

let answered = null;

function firstOf(page) {
  const first = page?.querySelector('[data-focus-first]');
  if (first && first !== answered) first.focus();
  answered = first ?? null;
}
