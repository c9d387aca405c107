// Instants and what clocks say of them, by the zones the browser knows. A time that a clock change leaves out is the first one after it, one
// that comes twice the earlier: the server's rule (decision 0014).
const dayMilliseconds = 86400000;
const minuteMilliseconds = 60000;

const clocks = new Map();
const days = new Map();

function clockOf(zone) {
  if (!clocks.has(zone)) clocks.set(zone, makeClock(zone));
  return clocks.get(zone);
}

function makeClock(zone) {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { ...parts, hourCycle: 'h23', timeZone: zone });
  } catch {
    return null;
  }
}

export const isKnown = zone => clockOf(zone) !== null;

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
export function offsetAt(zone, instant) {
  const day = Math.floor(instant / dayMilliseconds);
  const before = atMidnight(zone, day);
  // A clock that is the same at both ends of a day did not change in it.
  return before === atMidnight(zone, day + 1) ? before : exactly(zone, instant);
}

function atMidnight(zone, day) {
  const key = `${zone} ${day}`;
  if (!days.has(key)) days.set(key, exactly(zone, day * dayMilliseconds));
  return days.get(key);
}

function exactly(zone, instant) {
  const at = Object.fromEntries(clockOf(zone).formatToParts(new Date(instant)).map(part => [part.type, +part.value]));
  return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - Math.floor(instant / 1000) * 1000;
}

/** The instant at which a zone's clock shows a day and a time. */
export function instantOf(zone, day, time) {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offsets = [offsetAt(zone, wall - dayMilliseconds), offsetAt(zone, wall + dayMilliseconds)];
  const shown = offsets.map(offset => wall - offset).filter(instant => offsetAt(zone, instant) === wall - instant);
  return shown.length ? Math.min(...shown) : afterGap(zone, wall - Math.max(...offsets), wall - Math.min(...offsets));
}

/** The first minute after a change of the clock that lies between two instants. */
function afterGap(zone, before, after) {
  const old = offsetAt(zone, before);
  while (after - before > minuteMilliseconds) {
    const middle = before + Math.floor((after - before) / 2 / minuteMilliseconds) * minuteMilliseconds;
    if (offsetAt(zone, middle) === old) before = middle;
    else after = middle;
  }
  return after;
}

/** What a zone's clock shows at an instant. */
export function shownAt(zone, instant) {
  const text = new Date(instant + offsetAt(zone, instant)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The same in minutes of the day: asked of every quarter of an hour of a week. */
export const minuteAt = (zone, instant) => Math.floor((instant + offsetAt(zone, instant)) / minuteMilliseconds) % 1440;

/** "09:30" or "9:30 AM". */
export function timeWords(time, clock) {
  if (clock !== '12' || !/^\d\d:\d\d$/.test(time)) return time;
  const hour = +time.slice(0, 2);
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`;
}
