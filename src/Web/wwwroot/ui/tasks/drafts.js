// Typed text that is not saved yet lives in this browser's own storage, so that neither a reload nor a crash loses it. Whatever has
// `data-draft="key"` is kept a moment after each keystroke, together with what stood there when the typing began: a later save can tell
// whether somebody else changed it meanwhile.
const prefix = 'draft:';
const pause = 250;
const longestAge = 30 * 24 * 3600 * 1000;
const longest = 150000;
const seen = new WeakMap();
const due = new Map();

const textOf = element => (element.isContentEditable ? element.innerHTML : element.value);
const keptOf = key => parse(prefix + key);
const isTyped = element => due.has(element) || keptOf(element.dataset.draft).value !== undefined;
const seenOf = element => keptOf(element.dataset.draft).seen ?? seen.get(element);

/** The server's `onleft`: a field's text when it is left, together with what stood there when the typing began. */
export const left = {
  browserEventName: 'change',
  createEventArgs: event => ({ value: event.target.value, seen: seenOf(event.target) ?? null }),
};

/** What stood in an element before anybody typed. */
export function see(element, value) {
  seen.set(element, value);
}

export function keep(key, value, before) {
  if (value.length > longest) return;
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ value, seen: before, at: Date.now() }));
  } catch {
    // A full storage: the text lives as long as the page does.
  }
}

/** Nothing of this is unsaved any more. Where somebody has typed on since, `saved` is what they type over now. */
export function forget(key, saved) {
  const elements = [...document.querySelectorAll(`[data-draft="${CSS.escape(key)}"]`)];
  const typedOn = saved != null && elements.find(element => element === document.activeElement && isTyped(element) && textOf(element) !== saved);
  if (typedOn) return keep(key, textOf(typedOn), saved);
  for (const [element, timer] of due) {
    if (element.dataset.draft !== key) continue;
    clearTimeout(timer);
    due.delete(element);
  }
  localStorage.removeItem(prefix + key);
  for (const element of elements) seen.delete(element);
}

/** All drafts whose key begins so. */
export function read(start) {
  return Object.keys(localStorage).filter(name => name.startsWith(prefix + start)).map(name => ({ key: name.slice(prefix.length), ...parse(name) }))
    .filter(draft => typeof draft.value === 'string');
}

function parse(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
}

function write(element) {
  clearTimeout(due.get(element));
  due.delete(element);
  const key = element.dataset.draft;
  if (key) keep(key, textOf(element), seenOf(element) ?? '');
}

/** What is being typed is nobody else's to overwrite: a value that arrives meanwhile waits until the field is left. */
function guard(element) {
  if (Object.hasOwn(element, 'value')) return;
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
  let late;
  Object.defineProperty(element, 'value', { configurable: true, get: () => get.call(element), set: value => { late = value; } });
  element.addEventListener('focusout', () => {
    delete element.value;
    // Nothing was typed in the end: no event tells the server, so what it drew meanwhile is what counts.
    if (late !== undefined && element.value === seen.get(element)) element.value = late;
  }, { once: true });
}

document.addEventListener('beforeinput', event => {
  const element = event.target.closest?.('[data-draft]');
  if (!element?.dataset.draft || element.isContentEditable) return;
  if (!isTyped(element)) seen.set(element, textOf(element));
  if ('guarded' in element.dataset) guard(element);
});
document.addEventListener('input', event => {
  const element = event.target.closest?.('[data-draft]');
  if (!element?.dataset.draft) return;
  clearTimeout(due.get(element));
  due.set(element, setTimeout(() => write(element), pause));
});
document.addEventListener('keydown', event => {
  // One line only: Enter is done with it.
  if (event.key === 'Enter' && !event.isComposing && event.target.matches?.('textarea[data-one-line]')) {
    event.preventDefault();
    event.target.blur();
  }
});
for (const [target, type] of [[window, 'pagehide'], [document, 'visibilitychange']]) {
  target.addEventListener(type, () => { for (const element of [...due.keys()]) write(element); });
}

// Left while the line was down: what the server never heard is told again.
window.addEventListener('tasklane:connected', () => {
  for (const element of document.querySelectorAll('input[data-draft], textarea[data-draft]')) {
    if (element !== document.activeElement && element.dataset.draft && parse(prefix + element.dataset.draft).value === element.value) {
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
});

for (const name of Object.keys(localStorage)) {
  if (name.startsWith(prefix) && !(parse(name).at > Date.now() - longestAge)) localStorage.removeItem(name);
}
