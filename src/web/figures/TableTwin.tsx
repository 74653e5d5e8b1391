import type {TableTwin as Twin} from "../../charts/chart.ts";
import {useFormat} from "../words/useFormat.ts";

/** The numbers of a chart as a table that scrolls in a box of its own. */
export function TableTwin({table, id}: {readonly table: Twin; readonly id: string}) {
  const {number} = useFormat();
  const {caption, columns, rows} = table;
  const text = (value: string | number | null, digits: number | undefined) =>
    typeof value === "number" && digits !== undefined ? number(value, digits) : (value ?? "");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className="twin" id={id} aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({key, label, numeric}) => (
              <th key={key} scope="col" className={numeric && "numeric"}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {columns.map(({key, numeric, digits}) => (
                <td key={key} className={numeric && "numeric"}>
                  {text(row[key] ?? null, digits)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
