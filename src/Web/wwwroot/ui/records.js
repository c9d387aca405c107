// Records: keys of the search and its results, and which records this browser opened lately, for each workspace. Only keys are kept
// here; names come from the server, to whoever may see them.
const most = 12;
const shelf = slug => `tasklane:records:${slug}`;

export function recent(slug) {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf(slug)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(key => typeof key === 'string').slice(0, most) : [];
  } catch {
    // Storage that is full, forbidden or spoilt: nothing is remembered.
    return [];
  }
}

export function opened(slug, key) {
  try {
    localStorage.setItem(shelf(slug), JSON.stringify([key, ...recent(slug).filter(other => other !== key)].slice(0, most)));
  } catch {
    // As above.
  }
}

// The field and the results are one list: arrows walk it, any letter goes on typing.
document.addEventListener('keydown', event => {
  const field = document.querySelector('[data-results-field]');
  if (!field || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...document.querySelectorAll('[data-result]')];
  const at = all.indexOf(event.target);
  if (event.target !== field && at < 0) {
    if (event.key === '/' && !event.target.closest?.('input, textarea, select, [contenteditable], dialog')) go(field);
    return;
  }
  if (event.key === 'ArrowDown') go(all[at + 1]);
  else if (event.key === 'ArrowUp' && at >= 0) go(all[at - 1] ?? field);
  else if (at < 0) return;
  else if (event.key === 'Home') go(all[0]);
  else if (event.key === 'End') go(all.at(-1));
  else if (event.key === 'Escape') go(field);
  else if (event.key.length === 1 && event.key !== ' ') field.focus();

  function go(target) {
    event.preventDefault();
    target?.focus();
  }
});
