import { ActionIcon } from "@mantine/core";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronDown,
  EyeOff,
  ListFilter,
  UnfoldHorizontal,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { isOrdered } from "@/lib/model";
import { ActionMenu } from "@/ui/action-menu";
import { moved, STEP, toggled } from "./arrangement";
import type { Column } from "./columns";
import type { GridDeeds, GridShown } from "./grid";
import classes from "./grid.module.css";

type Properties = {
  column: Column;
  given: { shown: GridShown; deeds: GridDeeds };
  tabbable: boolean;
  resize: (by: number) => void;
};

/** All that can be done with a column. */
export function HeadMenu({ column, given, tabbable, resize }: Properties) {
  const { t } = useTranslation();
  const { path, heading } = column;
  const { shown, deeds } = given;
  const { arrangement } = shown;
  const arrange = (by: -1 | 1) => () => deeds.onArrange(moved(arrangement, path, by));
  return (
    <ActionMenu
      label={t("grid.columnMenu", { column: heading })}
      actions={[
        ...(isOrdered(column.field)
          ? [
              { icon: ArrowUp, label: t("grid.sortUp"), run: () => deeds.onSort([path]) },
              { icon: ArrowDown, label: t("grid.sortDown"), run: () => deeds.onSort([`-${path}`]) },
            ]
          : []),
        {
          icon: ListFilter,
          label: t("grid.filterBy"),
          run: () => deeds.onFilter(path),
          apart: true,
        },
        { icon: ArrowLeft, label: t("grid.moveLeft"), run: arrange(-1), apart: true },
        { icon: ArrowRight, label: t("grid.moveRight"), run: arrange(1) },
        { icon: UnfoldHorizontal, label: t("grid.widen"), run: () => resize(3 * STEP) },
        { icon: UnfoldHorizontal, label: t("grid.narrow"), run: () => resize(-3 * STEP) },
        {
          icon: EyeOff,
          label: t("grid.hide"),
          run: () => deeds.onArrange(toggled(arrangement, path)),
          apart: true,
        },
      ]}
    >
      <ActionIcon
        size="xs"
        className={classes.more}
        tabIndex={tabbable ? 0 : -1}
        aria-label={t("grid.columnMenu", { column: heading })}
      >
        <ChevronDown />
      </ActionIcon>
    </ActionMenu>
  );
}
