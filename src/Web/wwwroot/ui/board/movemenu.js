// "Move to…": every target that dragging offers, by click, tap or key.
import { menuEntry, openCardMenu } from './cardmenu.js';
import { laneOf, titleOf, zoneOf } from './lanes.js';

/** Opens the menu beside the card; calls pick(zone) when a target was chosen. */
export function openMoveMenu(board, card, pick) {
  const heading = document.createElement('p');
  heading.className = 'meta';
  heading.textContent = 'Move to…';
  const here = zoneOf(laneOf(card));
  const entries = [...board.querySelectorAll('[data-zone]')].map(lane => menuEntry(titleOf(lane), zoneOf(lane), '', zoneOf(lane) === here ? 'It is here' : lane.dataset.nodrop));
  openCardMenu(card, { before: [heading], entries }, pick);
}
