import type { Entry, FieldOf, GeoPoint } from "@/fields/definition";
import { Line } from "@/fields/line";

/** Latitude and longitude on one line, as maps give them for copying. */
export function Input(entry: Entry<GeoPoint, FieldOf<"geo">>) {
  return (
    <Line
      entry={entry}
      placeholder="48.8566, 2.3522"
      write={({ lat, lon }) => `${lat}, ${lon}`}
      read={pointIn}
    />
  );
}

export function pointIn(typed: string): GeoPoint | undefined {
  const found = /^(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(typed.trim());
  return found === null ? undefined : { lat: Number(found[1]), lon: Number(found[2]) };
}
