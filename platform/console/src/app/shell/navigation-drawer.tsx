import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Navigation } from "./navigation";

type Properties = { tenant: string; opened: boolean; close: () => void };

/** The rail on a narrow screen: it comes from below, within reach of the thumb. */
export function NavigationDrawer({ tenant, opened, close }: Properties) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="bottom"
      size="75%"
      title={t("lists")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Navigation tenant={tenant} onFollow={close} />
    </Drawer>
  );
}
