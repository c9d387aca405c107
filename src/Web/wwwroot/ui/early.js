// The first drawing of the live page replaces what the server had sent. What somebody has typed or picked before belongs into the field
// that takes the place of theirs, and so does the focus: nothing is typed twice, and nothing goes where it was not meant.
const fields = 'input[id]:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea[id], select[id]';
const touched = new Map();
let focused = null;

const isLive = () => document.body.hasAttribute('data-interactive');

function moveOn() {
  for (const [id, old] of touched) {
    const field = old.isConnected ? null : document.getElementById(id);
    if (!field?.matches(fields)) continue;
    touched.delete(id);
    take(field, old);
  }
  const successor = focused?.isConnected === false && document.activeElement === document.body && document.getElementById(focused.id);
  if (successor) {
    successor.focus({ preventScroll: true });
    if (focused.selectionStart != null) successor.setSelectionRange?.(focused.selectionStart, focused.selectionEnd);
    focused = null;
  }
}

function take(field, old) {
  if (field.value === old.value) return;
  field.value = old.value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (field.matches('select')) field.dispatchEvent(new Event('change', { bubbles: true }));
  // The browser tells of a change on leaving only where it was typed into this very field. Kept drafts are saved by their own button.
  else if (!field.dataset.draft) field.addEventListener('focusout', () => field.dispatchEvent(new Event('change', { bubbles: true })), { once: true });
}

if (window.Blazor && !isLive()) {
  const listen = [
    ['input', event => { if (event.target.matches?.(fields)) touched.set(event.target.id, event.target); }],
    ['focusin', event => { focused = event.target.matches?.(fields) ? event.target : null; }],
    ['focusout', event => { if (event.target.isConnected && event.relatedTarget) focused = null; }],
  ];
  for (const [type, heard] of listen) document.addEventListener(type, heard, true);
  const drawn = new MutationObserver(() => {
    moveOn();
    if (!isLive()) return;
    drawn.disconnect();
    for (const [type, heard] of listen) document.removeEventListener(type, heard, true);
  });
  drawn.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-interactive'] });
}
