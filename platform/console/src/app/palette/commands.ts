import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Language, speak, useLanguage } from "@/lib/language";
import { meQuery } from "@/lib/me";
import { type Entity, modelQuery } from "@/lib/model";
import { tenantHome } from "@/lib/place";
import { recentOf } from "@/lib/recent";
import { useRights } from "@/lib/rights";
import { fold, textIn } from "@/lib/text";

export type Icon = "home" | "view" | "create" | "import" | "tenant" | "theme" | "language" | "keys";

/** Something that the palette offers: what it says, under which heading, and what it does. */
export type Command = {
  id: string;
  group: string;
  label: string;
  /** What is said beside it, in a softer voice. */
  aside?: string;
  icon: Icon | Entity;
  run: () => void;
};

type Given = { tenant: string; openKeys: () => void };

/** All that can be gone to or done from anywhere. */
export function useCommands({ tenant, openKeys }: Given): Command[] {
  const { t } = useTranslation();
  const go = usePlaces(tenant);
  return [
    ...go,
    ...useSettings(tenant),
    {
      id: "keys",
      group: t("palette.settings"),
      label: t("palette.keys"),
      icon: "keys",
      run: openKeys,
    },
  ];
}

function usePlaces(tenant: string): Command[] {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const navigate = useNavigate();
  const may = useRights(tenant);
  const { data: model } = useQuery(modelQuery(tenant));
  const entities = Object.values(model?.entities ?? {});
  const recent = recentOf(tenant).flatMap(({ entity, id, label }): Command[] => {
    const icon = model?.entities[entity];
    const run = () => navigate({ to: "/t/$tenant/e/$entity/$id", params: { tenant, entity, id } });
    const aside = textIn(icon?.label ?? "", spoken);
    return icon ? [{ id, group: t("palette.recent"), label, aside, icon, run }] : [];
  });
  const lists = entities.flatMap((entity): Command[] => {
    const label = textIn(entity.plural, spoken);
    const params = { tenant, entity: entity.name };
    const open = (view?: string) =>
      navigate({ to: "/t/$tenant/e/$entity", params, search: view ? { view } : {} });
    const common = { group: t("palette.lists"), icon: entity };
    return [
      { ...common, id: `list ${entity.name}`, label, run: () => open() },
      ...entity.views.map((view) => ({
        ...common,
        id: `view ${entity.name} ${view.name}`,
        label: textIn(view.label, spoken),
        aside: label,
        run: () => open(view.name),
      })),
    ];
  });
  const growing = entities.filter((entity) => entity.rank !== "platform" && may(entity, "create"));
  const imports = growing.map(
    (entity): Command => ({
      id: `import ${entity.name}`,
      group: t("palette.actions"),
      label: t("imports.command", { plural: textIn(entity.plural, spoken) }),
      icon: "import",
      run: () =>
        navigate({ to: "/t/$tenant/import/$entity", params: { tenant, entity: entity.name } }),
    }),
  );
  const creations = growing.map(
    (entity): Command => ({
      id: `new ${entity.name}`,
      group: t("palette.actions"),
      label: t("palette.new", { label: textIn(entity.label, spoken) }),
      icon: "create",
      run: () =>
        navigate({
          to: "/t/$tenant/e/$entity/new",
          params: { tenant, entity: entity.name },
        }),
    }),
  );
  const home: Command = {
    id: "home",
    group: t("palette.lists"),
    label: t("palette.goHome"),
    icon: "home",
    run: () => navigate({ to: "/t/$tenant/", params: { tenant } }),
  };
  const past: Command = {
    id: "jobs",
    group: t("palette.lists"),
    label: t("jobs.title"),
    icon: "import",
    run: () => navigate({ to: "/t/$tenant/jobs", params: { tenant } }),
  };
  return [...recent, home, ...lists, past, ...creations, ...imports];
}

function useSettings(tenant: string): Command[] {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const { data: me } = useQuery(meQuery());
  const { setColorScheme } = useMantineColorScheme();
  const languages: [Language, string][] = [
    ["fr", "Français"],
    ["en", "English"],
  ];
  const group = t("palette.settings");
  return [
    ...(me?.tenants ?? [])
      .filter(({ name }) => name !== tenant)
      .map(
        ({ name, title }): Command => ({
          id: `tenant ${name}`,
          group: t("palette.tenants"),
          label: textIn(title, spoken),
          icon: "tenant",
          run: () => window.location.assign(tenantHome(name)),
        }),
      ),
    ...languages
      .filter(([language]) => language !== spoken)
      .map(
        ([language, label]): Command => ({
          id: language,
          group,
          label,
          icon: "language",
          run: () => speak(language),
        }),
      ),
    ...(["light", "dark", "auto"] as const).map(
      (theme): Command => ({
        id: theme,
        group,
        label: t("palette.theme", { name: t(`preferences.${theme}`).toLowerCase() }),
        icon: "theme",
        run: () => setColorScheme(theme),
      }),
    ),
  ];
}

/** Those whose words begin or hold what was typed, the nearest first. */
export function matchingCommands(commands: Command[], typed: string, most: number): Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const holds = ({ label, aside = "" }: Command) => {
    const whole = fold(`${label} ${aside}`);
    return words.every((word) => whole.includes(word));
  };
  const near = ({ label }: Command) => (fold(label).startsWith(words[0] ?? "") ? 0 : 1);
  return commands
    .filter(holds)
    .toSorted((one, other) => near(one) - near(other))
    .slice(0, most);
}
