import { Skeleton } from "@mantine/core";
import { Late } from "@/ui/late";
import type { Column } from "./columns";
import { Head } from "./table";
import classes from "./table.module.css";

const LINES = Array.from({ length: 12 }, (_, line) => line);

/** The list before its records: the same geometry, so that nothing jumps. */
export function TableSkeleton({ columns }: { columns: Column[] }) {
  return (
    <table className={classes.table} aria-hidden="true">
      <Head columns={columns} />
      <tbody>
        <Late>
          {LINES.map((line) => (
            <tr key={line}>
              {columns.map(({ path, align }, index) => (
                <td key={path}>
                  <Skeleton
                    height={10}
                    width={`${45 + ((line * 7 + index * 13) % 5) * 10}%`}
                    ml={align === "end" ? "auto" : 0}
                  />
                </td>
              ))}
            </tr>
          ))}
        </Late>
      </tbody>
    </table>
  );
}

export function ItemsSkeleton() {
  return (
    <div aria-hidden="true">
      <Late>
        {LINES.slice(0, 7).map((line) => (
          <div key={line} className={classes.ghost}>
            <Skeleton height={12} width={`${50 + ((line * 7) % 4) * 10}%`} />
            <Skeleton height={10} width={`${35 + ((line * 5) % 4) * 10}%`} />
            <Skeleton height={16} width={72} />
          </div>
        ))}
      </Late>
    </div>
  );
}
