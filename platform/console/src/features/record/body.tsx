import { Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { textIn } from "@/lib/text";
import { type RecordTab, tabsOf } from "@/views/form/layout";
import { Activity } from "./activity";
import { relatedCountQuery } from "./api";
import { Details } from "./details";
import { useRecord } from "./known";
import classes from "./record.module.css";
import { RelatedList } from "./related";

/** From this width on, what happened stands beside the details; below it has a tab of its own. */
const SIDE_BY_SIDE = "(min-width: 1200px)";
/** Not a name that a list could have. */
const ACTIVITY = "what-happened";

/** The record's tabs: its fields, its lists, and what happened. The address says which is open. */
export function Body({ tab: asked }: { tab: string | undefined }) {
  const { model, entity, format } = useRecord();
  const { t } = useTranslation();
  const wide = useMediaQuery(SIDE_BY_SIDE, true, { getInitialValueInEffect: false });
  const tabs = tabsOf(model, entity);
  const known = [...tabs.map(keyOf), ...(wide ? [] : [ACTIVITY])];
  const [first = ACTIVITY] = known;
  const shown = asked !== undefined && known.includes(asked) ? asked : first;
  const choose = useChoose(first);
  const named = (tab: RecordTab) =>
    tab.label === undefined ? t("record.details") : textIn(tab.label, format.language);
  return (
    <Tabs
      value={shown}
      onChange={choose}
      keepMounted={false}
      classNames={{
        root: classes.tabs,
        list: classes.tabList,
        tab: classes.tab,
        panel: classes.panel,
      }}
    >
      <Tabs.List aria-label={t("record.tabs")}>
        {tabs.map((tab, index) => (
          <Tabs.Tab key={keyOf(tab, index)} value={keyOf(tab, index)}>
            {named(tab)} <Count tab={tab} />
          </Tabs.Tab>
        ))}
        {wide ? null : <Tabs.Tab value={ACTIVITY}>{t("record.activity")}</Tabs.Tab>}
      </Tabs.List>
      {tabs.map((tab, index) => (
        <Tabs.Panel key={keyOf(tab, index)} value={keyOf(tab, index)}>
          {wide && tab.sections.length > 0 ? (
            <SideBySide tab={tab} />
          ) : (
            <Column>
              <Content tab={tab} first={index === 0} />
            </Column>
          )}
        </Tabs.Panel>
      ))}
      {wide ? null : (
        <Tabs.Panel value={ACTIVITY}>
          <Column>
            <Activity />
          </Column>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

/** A tab is called after the first list in it, which stays when tabs change places. */
function keyOf({ related: [list] }: RecordTab, index: number): string {
  return list?.name ?? String(index);
}

/** Goes to a tab as to a page, so that one can go back and send the address. */
function useChoose(first: string) {
  const { tenant, entity, id } = useRecord().place;
  const navigate = useNavigate();
  return (tab: string | null) =>
    navigate({
      to: "/t/$tenant/e/$entity/$id",
      params: { tenant, entity, id },
      search: tab === null || tab === first ? {} : { tab },
    });
}

function SideBySide({ tab }: { tab: RecordTab }) {
  return (
    <div className={classes.columns}>
      <Column>
        <Content tab={tab} first />
      </Column>
      <Column>
        <Activity />
      </Column>
    </div>
  );
}

function Column({ children }: { children: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}

function Content({ tab, first }: { tab: RecordTab; first: boolean }) {
  return (
    <>
      <Details sections={tab.sections} complete={first} />
      {tab.related.map((list) => (
        <RelatedList key={list.name} list={list} alone={tab.related.length === 1} />
      ))}
    </>
  );
}

/** How many records the lists of a tab hold together. */
function Count({ tab: { related } }: { tab: RecordTab }) {
  const { place, format } = useRecord();
  const counts = useQueries({ queries: related.map((list) => relatedCountQuery(place, list)) });
  const known = counts.every(({ data }) => data !== undefined);
  const sum = counts.reduce((total, { data = 0 }) => total + data, 0);
  return related.length === 0 ? null : (
    <span className={classes.count}>{known ? format.number(sum) : ""}</span>
  );
}
