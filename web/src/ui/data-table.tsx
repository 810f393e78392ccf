// A table that a reader can sort: caption, column heads as buttons, rows by the hundred.
import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import "../style/data-table.css";

/** A column of a table. */
export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Whether rows can be sorted by it. */
  sorts?: boolean;
}

/** How rows are sorted. */
export interface Order {
  by: string;
  down: boolean;
}

/** Rows that stand together under a heading of their own; no heading: rows that stand alone. */
export interface Block<Row> {
  id: string;
  heading?: ComponentChildren;
  rows: readonly Row[];
}

interface Props<Row> {
  caption: ComponentChildren;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  blocks: readonly Block<Row>[];
  keyOf: (row: Row) => string | number;
  order?: Order;
  onOrder?: (order: Order) => void;
  isSelected?: (row: Row) => boolean;
}

/** So many rows are put up at once. */
const ROWS = 400;

export function DataTable<Row>({ caption, columns, blocks, keyOf, order, onOrder, isSelected }: Props<Row>) {
  const limit = useSignal(ROWS);
  const [shown, left] = cut(blocks, limit.value);
  return (
    <>
      <table class="data">
        <caption>{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <Head key={column.id} column={column} order={order} onOrder={onOrder} />)}</tr>
        </thead>
        {shown.map(({ id, heading, rows }) => (
          <tbody key={id}>
            {heading !== undefined && <tr class="heading"><th scope="rowgroup" colSpan={columns.length}>{heading}</th></tr>}
            {rows.map((row) => (
              <tr key={keyOf(row)} class={isSelected?.(row) === true ? "selected" : undefined}>
                {columns.map((column, place) => (
                  <Fragment key={column.id}>
                    {place === 0 ? <th scope="row">{column.cell(row)}</th> : <td>{column.cell(row)}</td>}
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {left > 0 && <button type="button" class="tool" onClick={() => { limit.value += ROWS; }}>{left} more</button>}
    </>
  );
}

function Head<Row>({ column, order, onOrder }: {
  column: Column<Row>; order: Order | undefined; onOrder: ((order: Order) => void) | undefined;
}) {
  if (column.sorts !== true || !onOrder) return <th scope="col">{column.title}</th>;
  const isSorted = order?.by === column.id;
  const direction = order?.down === true ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isSorted ? direction : "none"}>
      <button type="button" onClick={() => onOrder({ by: column.id, down: isSorted && order?.down !== true })}>{column.title}</button>
    </th>
  );
}

/** The first rows of the blocks, and how many are left. */
function cut<Row>(blocks: readonly Block<Row>[], limit: number): [Block<Row>[], number] {
  let room = limit;
  const shown = blocks.map((block) => {
    const rows = block.rows.slice(0, Math.max(0, room));
    room -= rows.length;
    return { ...block, rows };
  });
  const all = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
  return [shown.filter(({ rows }) => rows.length > 0), Math.max(0, all - limit)];
}

/** An order in the address: `due`, or `-due` for descending. */
export function readOrder(text: string | undefined, fallback: Order): Order {
  if (text === undefined || text === "") return fallback;
  return text.startsWith("-") ? { by: text.slice(1), down: true } : { by: text, down: false };
}

export function writeOrder({ by, down }: Order): string {
  return down ? `-${by}` : by;
}
