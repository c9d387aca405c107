// One voice for screen readers. Steps of a gesture interrupt; news of others waits its turn and comes at most every five seconds.
let region;
let news;
let pending = null;
let gathered = [];
let last = -5000;

function make(politeness) {
  const element = document.createElement('div');
  element.className = 'visually-hidden';
  element.setAttribute('aria-live', politeness);
  element.dataset.said = politeness;
  document.body.append(element);
  return element;
}

export function say(text) {
  region ??= make('assertive');
  if (!region.isConnected) document.body.append(region);
  // The same sentence twice is still news.
  region.textContent = region.textContent === text ? text + '\u00a0' : text;
}

export function sayLater(text) {
  news ??= make('polite');
  if (!news.isConnected) document.body.append(news);
  gathered.push(text);
  pending ??= setTimeout(() => {
    last = performance.now();
    news.textContent = gathered.length === 1 ? gathered[0] : `${gathered.length} changes by others. The last: ${gathered.at(-1)}`;
    gathered = [];
    pending = null;
  }, Math.max(0, last + 5000 - performance.now()));
}
