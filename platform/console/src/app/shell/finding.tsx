import { Kbd, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useNavigate, useParams } from "@tanstack/react-router";
import { CircleHelp, Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useKey } from "@/lib/keys";
import classes from "./finding.module.css";

const Palette = lazy(() =>
  import("@/app/palette/palette").then(({ Palette: drawn }) => ({ default: drawn })),
);
const KeysHelp = lazy(() =>
  import("./keys-help").then(({ KeysHelp: drawn }) => ({ default: drawn })),
);

type Properties = { tenant: string; narrow: boolean };

/** The way to everything: the palette, the help about keys, and the keys that open them. */
export function Finding({ tenant, narrow }: Properties) {
  const { t } = useTranslation();
  const [opened, palette] = useDisclosure();
  const [helping, help] = useDisclosure();
  useHotkeys([["mod+K", palette.toggle]], []);
  useKey("?", help.open);
  useCreateKey(tenant);
  return (
    <>
      <UnstyledButton
        className={narrow ? classes.icon : classes.search}
        title={narrow ? undefined : t("palette.open")}
        aria-label={narrow ? t("palette.short") : undefined}
        aria-keyshortcuts="Control+K"
        onClick={palette.open}
      >
        <Search aria-hidden="true" />
        {narrow ? null : (
          <>
            <span className="cut">{t("palette.open")}</span>
            <span className={classes.keys} aria-hidden="true">
              <Kbd>Ctrl</Kbd>
              <Kbd>K</Kbd>
            </span>
          </>
        )}
      </UnstyledButton>
      {narrow ? null : (
        <UnstyledButton
          className={`${classes.icon} ${classes.help}`}
          aria-label={t("palette.keys")}
          onClick={help.open}
        >
          <CircleHelp aria-hidden="true" />
        </UnstyledButton>
      )}
      <Suspense>
        {opened ? (
          <Palette tenant={tenant} opened close={palette.close} openKeys={help.open} />
        ) : null}
        {helping ? <KeysHelp opened close={help.close} /> : null}
      </Suspense>
    </>
  );
}

/** C makes a record of the kind that one looks at. */
function useCreateKey(tenant: string) {
  const navigate = useNavigate();
  const { entity } = useParams({ strict: false });
  useKey("c", () => {
    if (entity !== undefined) {
      navigate({ to: "/t/$tenant/e/$entity/new", params: { tenant, entity } });
    }
  });
}
