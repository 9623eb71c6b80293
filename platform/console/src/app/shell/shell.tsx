import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { modelQuery } from "@/lib/model";
import { useWatched } from "@/lib/watched";
import { ProblemState } from "@/ui/problem-state";
import { Sign } from "@/ui/sign";
import { Toasts } from "@/ui/toasts";
import { NARROW } from "@/ui/width";
import { BottomBar } from "./bottom-bar";
import { CreateMenu } from "./create-menu";
import { Finding } from "./finding";
import { Frame } from "./frame";
import { Navigation } from "./navigation";
import { NavigationDrawer } from "./navigation-drawer";
import { Preferences } from "./preferences";
import classes from "./shell.module.css";
import { TenantSwitch } from "./tenant-switch";

const WatchedJobs = lazy(() =>
  import("./watched-jobs").then(({ WatchedJobs: drawn }) => ({ default: drawn })),
);

/** A tenant's desk: rail, top bar, page. */
export function Shell({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { error, refetch } = useQuery(modelQuery(tenant));
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const watching = useWatched().length > 0;
  const page = useRef<HTMLElement>(null);
  const [opened, { open, close }] = useDisclosure();
  if (error !== null) {
    return (
      <Frame>
        <ProblemState whole error={error} retry={refetch} />
      </Frame>
    );
  }
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => page.current?.focus()}>
        {t("skip")}
      </button>
      {narrow ? (
        <NavigationDrawer tenant={tenant} opened={opened} close={close} />
      ) : (
        <aside className={classes.rail}>
          <div className={classes.brand}>
            <Sign />
            <span>Entente</span>
          </div>
          <Navigation tenant={tenant} />
        </aside>
      )}
      <header className={classes.top}>
        <TenantSwitch tenant={tenant} />
        <Finding tenant={tenant} narrow={narrow} />
        {narrow ? null : <CreateMenu tenant={tenant} />}
        <span className={classes.me}>
          <Preferences />
        </span>
      </header>
      <main ref={page} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      {narrow ? <BottomBar tenant={tenant} openLists={open} /> : null}
      {watching ? (
        <Suspense>
          <WatchedJobs tenant={tenant} />
        </Suspense>
      ) : null}
      <Toasts />
    </div>
  );
}
