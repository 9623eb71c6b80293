import {
  Button,
  Popover,
  SegmentedControl,
  UnstyledButton,
  useMantineColorScheme,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Language, speak, useLanguage } from "@/lib/language";
import { meQuery } from "@/lib/me";
import { root } from "@/lib/place";
import { Avatar } from "@/ui/avatar";
import classes from "./preferences.module.css";

/** The person: name, language, theme, and the way out. */
export function Preferences() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery());
  const name = me?.user.name ?? "";
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.target} aria-label={t("preferences.title")}>
          <Avatar name={name} shape="round" large />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t("preferences.title")}>
        <p className={classes.name}>{name}</p>
        <LanguageChoice />
        <ThemeChoice />
        <form method="post" action={`${root}logout`}>
          <Button type="submit" fullWidth leftSection={<LogOut />}>
            {t("preferences.signOut")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  const languages: { value: Language; label: string }[] = [
    { value: "fr", label: "Français" },
    { value: "en", label: "English" },
  ];
  return (
    <div>
      <p className={classes.label}>{t("preferences.language")}</p>
      <SegmentedControl
        fullWidth
        aria-label={t("preferences.language")}
        data={languages}
        value={useLanguage()}
        onChange={speak}
      />
    </div>
  );
}

function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div>
      <p className={classes.label}>{t("preferences.theme")}</p>
      <SegmentedControl
        fullWidth
        aria-label={t("preferences.theme")}
        data={[
          { value: "light", label: t("preferences.light") },
          { value: "dark", label: t("preferences.dark") },
          { value: "auto", label: t("preferences.auto") },
        ]}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </div>
  );
}
