import { PreferencesForm } from "@hellojohn/react";
import type { Texts } from "./texts.js";

/** Public metadata by key; which keys a person may set, her tenant decides. Nothing chosen is nothing stored. */
export function Preferences({ texts }: { texts: Texts }) {
  return (
    <PreferencesForm
      fields={[
        {
          key: "theme",
          label: texts.theme,
          type: "select",
          options: [
            { value: "", label: texts.system },
            { value: "light", label: texts.light },
            { value: "dark", label: texts.dark },
          ],
        },
        {
          key: "language",
          label: texts.language,
          type: "select",
          options: [
            { value: "", label: "English" },
            { value: "es", label: "Español" },
          ],
        },
        { key: "notifications", label: texts.notifications, type: "boolean" },
      ]}
    />
  );
}
