// One voice for screen readers. Steps of a gesture interrupt; news of others waits its turn and comes at most every five seconds.
let region;
let news;
let pending = null;
let last = 0;

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
  const wait = Math.max(0, last + 5000 - performance.now());
  clearTimeout(pending);
  pending = setTimeout(() => {
    last = performance.now();
    news.textContent = text;
  }, wait);
}
