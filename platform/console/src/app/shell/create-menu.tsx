import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { groupsOf } from "@/lib/groups";
import { useLanguage } from "@/lib/language";
import { modelQuery } from "@/lib/model";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { ActionMenu } from "@/ui/action-menu";
import { iconOf } from "@/ui/entity-icon";

/** Something new, of any kind that one may create. */
export function CreateMenu({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const navigate = useNavigate();
  const may = useRights(tenant);
  const { data: model } = useQuery(modelQuery(tenant));
  const groups = model === undefined ? [] : groupsOf(model);
  const actions = groups
    .filter(({ name }) => name !== "team")
    .flatMap(({ entities }) =>
      entities
        .filter((entity) => may(entity, "create"))
        .map((entity, index) => ({
          icon: iconOf(entity),
          label: textIn(entity.label, spoken),
          apart: index === 0 && entity !== groups[0]?.entities[0],
          run: () =>
            navigate({
              to: "/t/$tenant/e/$entity/new",
              params: { tenant, entity: entity.name },
            }),
        })),
    );
  return actions.length === 0 ? null : (
    <ActionMenu label={t("palette.create")} actions={actions}>
      <Button size="sm" leftSection={<Plus />}>
        {t("palette.create")}
      </Button>
    </ActionMenu>
  );
}
