// Rows in order, and as text for a spreadsheet.

/** What rows are sorted by: a number, a text, or nothing known, which comes last either way. */
export type Key = number | string | null;

/** Rows in ascending or descending order of a key; rows of equal keys stay as they were. */
export function sorted<Row>(rows: readonly Row[], key: (row: Row) => Key, down: boolean): Row[] {
  const keyed = rows.map((row, place) => ({ row, place, key: key(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
    return (down ? -1 : 1) * compare(a.key, b.key) || a.place - b.place;
  });
  return keyed.map(({ row }) => row);
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}

/** Rows as comma-separated values (RFC 4180), the header first. */
export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
