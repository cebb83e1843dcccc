"use client";

import type { ReactElement } from "react";
import { Field } from "../../components/field.js";
import { useLocale } from "../../react/index.js";

/** Minutes for which one may act as someone. */
const spans = [15, 30, 60, 240, 1440];

/** How long something lasts; an hour unless said otherwise. */
export function SpanField(props: { label: string; hint: string }): ReactElement {
  const { locale } = useLocale();
  const wordsOf = (minutes: number) =>
    (minutes < 60 ? minutes : minutes / 60).toLocaleString(locale, {
      style: "unit",
      unit: minutes < 60 ? "minute" : "hour",
      unitDisplay: "long",
    });
  return (
    <Field
      {...props}
      name="minutes"
      control={(control) => (
        <select {...(control as object)} defaultValue={60}>
          {spans.map((minutes) => (
            <option key={minutes} value={minutes}>
              {wordsOf(minutes)}
            </option>
          ))}
        </select>
      )}
    />
  );
}
