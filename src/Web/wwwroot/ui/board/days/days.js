// Days and hours as drop zones. A zone says all that a drop means: day:2026-11-24 keeps the time of day, slot:2026-11-24T09:30 sets it,
// owner:7|day:2026-11-24 is a person's day. Days are counted on the calendar, in UTC numbers, so that no clock change can shift one.
import { theirTime } from './customers.js';
import { timeWords } from './instants.js';

const dayMilliseconds = 86400000;
const step = 15;
const fineStep = 5;

const numberOf = iso => Date.parse(`${iso}T00:00:00Z`) / dayMilliseconds;
const isoOf = number => new Date(number * dayMilliseconds).toISOString().slice(0, 10);
const pad = number => String(number).padStart(2, '0');
const minutesOf = time => +time.slice(0, 2) * 60 + +time.slice(3, 5);
const timeOf = minutes => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

export const addDays = (iso, days) => isoOf(numberOf(iso) + days);
export const isTimed = lane => lane.hasAttribute('data-timed');
export const isByClock = lane => lane.dataset.order === 'time';
/** Where a card stands now, as year-month-dayThour:minute; null for one without a date. */
export const atOf = card => card.dataset.at ?? null;
export const minuteOf = card => minutesOf(atOf(card)?.slice(11) ?? '00:00');

/** Parts of a zone: whose, which day, what time; null where it says nothing of it. */
export function partsOf(zone) {
  const owner = /(?:^|\|)owner:([^|]*)/.exec(zone)?.[1] ?? null;
  const [, kind, day, time] = /(?:^|\|)(day|allday|times|slot):(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(zone) ?? [];
  return { owner, kind: kind ?? null, day: day ?? null, time: time ?? null };
}

export function zoneFrom({ owner, kind, day, time }) {
  const when = kind === 'slot' ? `slot:${day}T${time}` : `${kind}:${day}`;
  return owner === null ? when : `owner:${owner}|${when}`;
}

/** The lane that shows what a zone means: hours belong to their day. */
export const laneNameOf = zone => zone.replace(/^slot:(\d{4}-\d\d-\d\d)T.*/, 'times:$1');

/** The slot of an hour lane under a point: a quarter of an hour, or five minutes. */
export function slotUnder(lane, y, fine) {
  const box = lane.getBoundingClientRect();
  const snap = fine ? fineStep : step;
  const minutes = Math.floor((y - box.top) / box.height * 1440 / snap) * snap;
  return `slot:${lane.dataset.date}T${timeOf(Math.max(0, Math.min(1440 - snap, minutes)))}`;
}

/** Top of a time in an hour lane, in CSS pixels. */
export const topOf = (lane, time) => minutesOf(time) / 1440 * lane.getBoundingClientRect().height;

export const timeIn = zone => partsOf(zone).time;

/** The time of day that a card has in a zone: the zone's own, else the one it has now. Empty where it says nothing. */
function timeAt(zone, card) {
  const { time, kind } = partsOf(zone);
  const now = atOf(card)?.slice(11) ?? '00:00';
  return kind === 'allday' ? 'any time' : time ?? (isAnyTime(now) ? '' : now);
}

/** " · 01:30 for them": what the clock of a call's customer shows there; empty where nobody knows. */
export function theirsIn(zone, card, board) {
  const { day } = partsOf(zone);
  const words = day && theirTime(board, card, day, timeAt(zone, card));
  return words ? ` · ${words}` : '';
}

/** "Tue 14 Oct 09:30, +5 days · 01:30 for them": where a drop puts the card and how far that is. Empty where nothing of a day is said. */
export function goalOf(zone, card, board) {
  const { day, time } = partsOf(zone);
  if (!day) return '';
  const at = atOf(card);
  const shown = timeAt(zone, card);
  const days = at ? numberOf(day) - numberOf(at.slice(0, 10)) : 0;
  const minutes = at && time ? minutesOf(time) - minutesOf(at.slice(11)) : 0;
  const far = days ? `${signed(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}` : minutes ? lasting(minutes) : at ? 'where it was' : '';
  return `${dayWords(day)}${shown ? ` ${timeWords(shown, board.dataset.clock)}` : ''}${far ? `, ${far}` : ''}${theirsIn(zone, card, board)}`;
}

/** Makes a stand-in look as the server will draw it in that lane. */
export function dressFor(clone, lane, zone) {
  if (!lane.dataset.look) return;
  const hues = [...clone.classList].filter(name => /^(hue|by)-/.test(name));
  clone.className = ['card', lane.dataset.look, 'landed', ...hues].join(' ');
  const { day, time, kind } = partsOf(zone);
  if (!day) return;
  clone.dataset.at = `${day}T${kind === 'allday' ? '23:59' : time ?? atOf(clone)?.slice(11) ?? endOfWork(lane)}`;
  const shown = clone.querySelector('.at');
  if (shown && time) shown.textContent = timeWords(time, lane.closest('[data-clock]')?.dataset.clock);
}

/** What a day without a time means to whoever looks. */
export const endOfWork = within => within.closest('[data-work-to]')?.dataset.workTo ?? '17:00';

const isAnyTime = time => time === '00:00' || time === '23:59';
const signed = number => `${number > 0 ? '+' : '−'}${Math.abs(number)}`;
const lasting = minutes => `${minutes > 0 ? '+' : '−'}${Math.abs(minutes) >= 60 ? `${Math.floor(Math.abs(minutes) / 60)} h ` : ''}${Math.abs(minutes) % 60 ? `${Math.abs(minutes) % 60} min` : ''}`.trim();

export function dayWords(iso, long = false) {
  const style = long ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } : { weekday: 'short', day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`)).replace(',', '');
}

/**
 * The zone beside the one a card stands in: days to the side, weeks or quarters of an hour up and down; in a team week, people up and down.
 * Null where there is none. It may lie on another page.
 */
export function zoneBeside(board, zone, card, across, down) {
  const parts = partsOf(zone);
  if (!parts.day) return null;
  if (parts.owner !== null && down) {
    const owners = [...new Set([...board.querySelectorAll('[data-zone^="owner:"]')].map(lane => partsOf(lane.dataset.zone).owner))];
    const owner = owners[owners.indexOf(parts.owner) + down];
    return owner === undefined ? null : zoneFrom({ ...parts, owner });
  }
  if ((parts.kind === 'times' || parts.kind === 'slot') && down) {
    const minutes = minutesOf(parts.time ?? atOf(card).slice(11)) + down * step;
    const snapped = down > 0 ? Math.floor(minutes / step) * step : Math.ceil(minutes / step) * step;
    return snapped < 0 || snapped >= 1440 ? null : `slot:${parts.day}T${timeOf(snapped)}`;
  }
  const day = addDays(parts.day, across + 7 * down);
  if (parts.kind !== 'times' && parts.kind !== 'slot') return zoneFrom({ ...parts, day });
  return `slot:${day}T${parts.time ?? atOf(card).slice(11)}`;
}
