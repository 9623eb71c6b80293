import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./keys-help.module.css";

type Properties = { opened: boolean; close: () => void };
type Keys = [keys: string[], does: string];

/** What the keyboard does, and where. */
export function KeysHelp({ opened, close }: Properties) {
  const { t } = useTranslation();
  const enter = t("keys.enter");
  const groups: [string, Keys[]][] = [
    [
      t("keys.everywhere"),
      [
        [["Ctrl", "K"], t("keys.palette")],
        [["?"], t("keys.help")],
      ],
    ],
    [
      t("keys.inList"),
      [
        [["C"], t("keys.create")],
        [["/"], t("keys.filter")],
        [["←", "↑", "→", "↓"], t("keys.move")],
        [["j", "k"], t("keys.moveRow")],
        [[enter], t("keys.open")],
        [["F2"], t("keys.type")],
        [["x"], t("keys.pick")],
        [[t("keys.escape")], t("keys.giveUp")],
      ],
    ],
    [
      t("keys.inHead"),
      [
        [[enter], t("keys.sort")],
        [["Alt", "←", "→"], t("keys.moveColumn")],
        [["Alt", "⇧", "←", "→"], t("keys.resize")],
      ],
    ],
  ];
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {groups.map(([title, keys]) => (
        <section key={title} className={classes.group}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([pressed, does]) => (
              <div key={does}>
                <dt>{does}</dt>
                <dd>
                  {pressed.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
