const MINUTES = 60_000;

/** What the clock on the wall shows in a time zone, `2026-05-01T09:30`; nothing for no instant. */
export function wallOf(instant: string, timeZone: string): string | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return undefined;
  }
  return new Date(date.getTime() + offsetAt(date, timeZone)).toISOString().slice(0, 16);
}

/** The instant when the clock on the wall shows this. */
export function instantOf(wall: string, timeZone: string): string {
  const asUtc = new Date(`${wall}Z`);
  // The offset at the guess is wrong only within hours of a change of clocks: a second look mends it.
  const guess = new Date(asUtc.getTime() - offsetAt(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetAt(guess, timeZone)).toISOString();
}

function offsetAt(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(date);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return wall - Math.floor(date.getTime() / MINUTES) * MINUTES;
}
