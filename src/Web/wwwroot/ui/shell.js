// What the shell needs of the browser: zone, density and theme as cookies known before the next first paint, and a connection
// that comes back quietly.
import './board/board.js';
import './early.js';
import { keepPageScroll } from './board/places.js';
import './many/rows.js';
import './records.js';
import './shortcuts.js';
import { left } from './tasks/drafts.js';
import './tasks/drawer.js';

const year = 31536000;
const keep = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`; };
const root = document.documentElement;

keepPageScroll();
keep('tz', Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC');

document.addEventListener('click', event => {
  const theme = event.target.closest('[data-set-theme]');
  if (theme) {
    const next = { system: 'light', light: 'dark', dark: 'system' }[root.dataset.theme] ?? 'system';
    root.dataset.theme = next;
    keep('theme', next);
    label(theme, next);
  }
  if (event.target.closest('[data-set-density]')) {
    keep('density', root.dataset.density === 'dense' ? 'comfortable' : 'dense');
    location.reload();
  }
  if (event.target.closest('[data-reconnect-now]')) retry();
  event.target.closest('[popover] a')?.closest('[popover]').hidePopover();
  const copy = event.target.closest('[data-copy]');
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.textContent = 'Copied'; });
});

function label(button, theme) {
  button.title = `Theme: ${theme}`;
  button.setAttribute('aria-label', button.title);
}

// The circuit.
const blazor = window.Blazor;
let tries = 0;

function connection(state) {
  document.body.dataset.connection = state;
  if (state === 'connected') window.dispatchEvent(new Event('tasklane:connected'));
}

async function retry() {
  try {
    if (await blazor.reconnect()) return;
    location.reload();
  } catch {
    // No network yet: the next try comes by itself.
  }
}

if (blazor) {
  blazor.registerCustomEventType('left', left);
  await blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: attempt => Math.min(attempt * 500, 5000) },
      reconnectionHandler: {
        onConnectionDown() {
          connection('lost');
          tries = 0;
          again();
        },
        onConnectionUp() {
          connection('connected');
        },
      },
    },
  });
  connection('connected');
}

async function again() {
  while (document.body.dataset.connection === 'lost') {
    await new Promise(resolve => setTimeout(resolve, Math.min(200 * 2 ** tries++, 5000)));
    if (document.body.dataset.connection !== 'lost') return;
    try {
      // False means the server answered but no longer knows this circuit: the address holds all there is, so load it again.
      if (await blazor.reconnect() === false) return location.reload();
    } catch {
      // Not reachable yet.
    }
  }
}

// A phone that wakes up, a tab that is looked at again, a network that is back: no reason to wait for the next try.
for (const [target, type] of [[document, 'visibilitychange'], [window, 'online'], [window, 'pageshow']]) {
  target.addEventListener(type, () => {
    if (document.body.dataset.connection === 'lost' && !document.hidden) {
      tries = 0;
      retry();
    }
  });
}
