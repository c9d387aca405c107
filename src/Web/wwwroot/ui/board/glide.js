// A card that somebody else moved glides to its new place and says for a moment who moved it.

/** @returns whether the card stands elsewhere now */
export function glideFrom(card, from, by) {
  if (!card) return false;
  const to = card.getBoundingClientRect();
  const [x, y] = [from.left - to.left, from.top - to.top];
  if (Math.abs(x) + Math.abs(y) < 4) return false;
  card.dataset.movedBy = by ?? '';
  setTimeout(() => delete card.dataset.movedBy, 4000);
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
    card.classList.add('gliding');
    card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: 250, easing: 'ease-out' })
      .finished.finally(() => card.classList.remove('gliding'));
  }
  return true;
}
