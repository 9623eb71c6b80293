import { Button } from "@mantine/core";
import { Download, FileSpreadsheet, FileText } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { FileKind } from "@/lib/watched";
import { ActionMenu } from "@/ui/action-menu";

type Properties = { run: (kind: FileKind) => void; quiet?: boolean };

const TYPES: [FileKind, string, typeof FileText][] = [
  ["xlsx", "Excel (.xlsx)", FileSpreadsheet],
  ["csv", "CSV (.csv)", FileText],
];

/** As which kind of file records are saved. */
export function ExportMenu({ run, quiet = false }: Properties) {
  const { t } = useTranslation();
  const button: ReactElement<{ onClick?: () => void }> = (
    <Button
      {...(quiet ? { variant: "subtle", color: "gray" } : {})}
      leftSection={<Download />}
      aria-haspopup="dialog"
    >
      {t("listing.export")}
    </Button>
  );
  return (
    <ActionMenu
      label={t("listing.export")}
      actions={TYPES.map(([kind, type, icon]) => ({
        icon,
        label: t("listing.exportAs", { type }),
        run: () => run(kind),
      }))}
    >
      {button}
    </ActionMenu>
  );
}
