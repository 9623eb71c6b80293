import { Drawer } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CreateAside, Creating } from "@/fields/creating";
import { useLanguage } from "@/lib/language";
import { modelQuery } from "@/lib/model";
import type { Referred } from "@/lib/record";
import { inSentence, textIn } from "@/lib/text";
import { forget } from "@/lib/write";
import classes from "./asides.module.css";

const Filling = lazy(async () => ({ default: (await import("./filling")).Filling }));

type Asked = {
  key: number;
  entity: Parameters<CreateAside>[0];
  typed: string;
  given: Parameters<CreateAside>[2];
  answer: (made: Referred | undefined) => void;
};

/** Lets whatever lies inside create records aside, one drawer upon the other. */
export function CreateAsides({ tenant, children }: { tenant: string; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked[]>([]);
  const last = useRef(0);
  const createAside = useCallback<CreateAside>(
    (entity, typed, given) =>
      new Promise((answer) => {
        last.current += 1;
        const key = last.current;
        setAsked((others) => [...others, { key, entity, typed, given, answer }]);
      }),
    [],
  );
  return (
    <Creating value={createAside}>
      {children}
      {asked.map((one, index) => (
        <Aside
          key={one.key}
          tenant={tenant}
          asked={one}
          top={index === asked.length - 1}
          close={(made) => {
            setAsked((others) => others.filter(({ key }) => key !== one.key));
            one.answer(made);
          }}
        />
      ))}
    </Creating>
  );
}

type Properties = {
  tenant: string;
  asked: Asked;
  top: boolean;
  close: (made: Referred | undefined) => void;
};

function Aside({ tenant, asked: { entity, typed, given }, top, close }: Properties) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data: model } = useQuery(modelQuery(tenant));
  const words = {
    one: inSentence(textIn(entity.label, language)),
    plural: inSentence(textIn(entity.plural, language)),
  };
  return (
    <Drawer.Root
      opened
      onClose={() => close(undefined)}
      position="right"
      size={520}
      closeOnEscape={top}
      trapFocus={top}
    >
      <Drawer.Overlay />
      {/* Mantine's own head of a drawer counts as the page's banner. */}
      <Drawer.Content className={classes.content}>
        <div className={classes.aside}>
          <Drawer.Title className={classes.title}>{t("form.title", words)}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("close")} />
        </div>
        <Drawer.Body>
          <Suspense fallback={null}>
            {model === undefined ? null : (
              <Filling
                {...{ tenant, model, entity, typed, given }}
                onCancel={() => close(undefined)}
                onCreated={(made) => {
                  forget(queries, tenant, entity.name);
                  queries.invalidateQueries({ queryKey: [tenant, "candidates"] });
                  close(made);
                }}
              />
            )}
          </Suspense>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
