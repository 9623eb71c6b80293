import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isToCome, type Moment, runAtOf, When } from "@/fields/when";
import classes from "./selection-bar.module.css";

type Properties = {
  tenant: string;
  opened: boolean;
  /** What is removed, as the bar says it. */
  said: string;
  close: () => void;
  onRemove: (runAt: string | undefined) => void;
};

/** Asks once more before everything that a list finds goes to the bin, and when. */
export function RemoveWhole({ tenant, opened, said, close, onRemove }: Properties) {
  const { t } = useTranslation();
  const [moment, setMoment] = useState<Moment>("now");
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("bulk.removeWhole")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className={classes.form}>
        <p>
          {said}. {t("bulk.removeHint")}
        </p>
        <When tenant={tenant} value={moment} onChange={setMoment} />
        <Button
          variant="filled"
          className={classes.danger}
          disabled={!isToCome(moment)}
          onClick={() => {
            close();
            onRemove(runAtOf(moment));
          }}
        >
          {t(moment === "now" ? "bulk.removeWhole" : "bulk.plan")}
        </Button>
      </div>
    </Modal>
  );
}
