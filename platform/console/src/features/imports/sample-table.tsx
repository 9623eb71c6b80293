import { useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./imports.module.css";

type Properties = { columns: string[]; rows: string[][] };

/** The first rows of a file, as they stand in it. */
export function SampleTable({ columns, rows }: Properties) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={classes.block}>
      <h3 id={id}>{t("imports.file.preview")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section tabIndex={0} aria-labelledby={id} className={classes.samples}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {columns.map((name, at) => (
                  <td key={name} title={cells[at]}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
